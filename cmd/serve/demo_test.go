package main

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const panel = "/demo/panel-content.html"

func TestThePanelContentIsAFragment(t *testing.T) {
	f := newFixture(t)
	w := f.get(panel)
	require.Equal(t, http.StatusOK, w.Code)
	assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"))
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	assert.Contains(t, w.Body.String(), "<h3>")
	assert.NotContains(t, w.Body.String(), "<html")
	assertPolicy(t, w)
}

func TestDemosWaitAsLongAsAsked(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"", "?ms=0", "?ms=400", "?ms=30000", "?ms=30001", "?ms=4294967295"} {
		assert.Equal(t, http.StatusOK, f.get(panel+target).Code, target)
	}
	ms := time.Millisecond
	assert.Equal(t, []time.Duration{0, 0, 400 * ms, 30000 * ms, 30000 * ms, 30000 * ms}, f.waited)
}

func TestDemosRefuseADelayThatIsNone(t *testing.T) {
	f := newFixture(t)
	for _, ms := range []string{"-1", "soon", "1.5", "1e3", "99999999999999999999"} {
		w := f.get(panel + "?ms=" + url.QueryEscape(ms))
		assert.Equal(t, http.StatusBadRequest, w.Code, ms)
		assert.Contains(t, w.Body.String(), "expected a whole number of milliseconds", ms)
	}
	assert.Empty(t, f.waited)
}

func TestDemosFailAsAskedAndOnlyAfterTheDelay(t *testing.T) {
	f := newFixture(t)
	w := f.get(panel + "?ms=70&fail=1")
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.NotContains(t, w.Body.String(), "<h3>")
	assert.Equal(t, []time.Duration{70 * time.Millisecond}, f.waited)
	assert.Equal(t, http.StatusOK, f.get(panel+"?fail=0").Code)
}

func TestAWaitCutShortIsNoAnswer(t *testing.T) {
	f := newFixture(t)
	f.waitErr = context.Canceled
	w := f.get(panel)
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.NotContains(t, w.Body.String(), "<h3>")
}

func TestRequestsAreCountedByPathAndKey(t *testing.T) {
	f := newFixture(t)
	count := func(query string) string {
		w := f.get("/demo/count?path=" + panel + query)
		require.Equal(t, http.StatusOK, w.Code)
		assert.Equal(t, "text/plain; charset=utf-8", w.Header().Get("Content-Type"))
		return w.Body.String()
	}
	assert.Equal(t, "0", count(""))
	f.get(panel)
	f.get(panel + "?key=a")
	f.get(panel + "?key=a&fail=1")
	assert.Equal(t, "1", count(""), "no key is a key of its own, not the sum")
	assert.Equal(t, "2", count("&key=a"), "failures count too")
	assert.Equal(t, "0", count("&key=b"))
	assert.Equal(t, "0", f.get("/demo/count?path=/demo/count").Body.String(), "counting is not counted")
	assert.Equal(t, http.StatusBadRequest, f.get("/demo/count").Code)
}

func TestCountsDoNotGrowWithoutEnd(t *testing.T) {
	c := newCounts()
	for i := range 3 * maxCounts {
		c.add("/", strconv.Itoa(i))
	}
	assert.LessOrEqual(t, len(c.of), maxCounts)
	assert.Equal(t, 1, c.get("/", strconv.Itoa(3*maxCounts-1)))
}

func TestSleepEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		require.NoError(t, sleep(t.Context(), time.Hour))
		assert.Equal(t, time.Hour, time.Since(began))

		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began = time.Now()
		require.ErrorIs(t, sleep(ctx, time.Hour), context.DeadlineExceeded)
		assert.Equal(t, time.Minute, time.Since(began))
	})
}
