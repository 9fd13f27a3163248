package main

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFlakyFailsSoOftenPerKey(t *testing.T) {
	f := newFixture(t)
	codes := func(target string, n int) (all []int) {
		for range n {
			all = append(all, f.get(target).Code)
		}
		return all
	}
	assert.Equal(t, []int{503, 503, 200, 200}, codes("/demo/flaky?times=2&key=a", 4))
	assert.Equal(t, []int{500, 200}, codes("/demo/flaky?times=1&status=500&key=b", 2))
	assert.Equal(t, []int{200}, codes("/demo/flaky?times=0&key=c", 1))
	assert.Equal(t, []int{503, 200}, codes("/demo/flaky", 2), "once, where nothing else is said")
	assert.Equal(t, attempt{5}, decode[attempt](t, f.get("/demo/flaky?times=2&key=a")))
	assert.Equal(t, "attempt 1 of 2 that fail", decode[problem](t, f.get("/demo/flaky?times=2&key=d")).Error)
	for _, wrong := range []string{"times=-1", "times=x", "status=200", "status=600"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/demo/flaky?key=e&"+wrong).Code, wrong)
	}
	assert.Equal(t, 503, f.get("/demo/flaky?key=e").Code, "a question that makes no sense is no attempt")
}

func TestBusySaysWhenToComeBack(t *testing.T) {
	f := newFixture(t)
	w := f.get("/demo/busy?after=3&key=a")
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.Equal(t, "3", w.Header().Get("Retry-After"))
	w = f.get("/demo/busy?after=3&key=a")
	assert.Equal(t, attempt{2}, decode[attempt](t, w))
	assert.Empty(t, w.Header().Get("Retry-After"))

	began := time.Now()
	w = f.get("/demo/busy?after=date&key=b")
	date, err := http.ParseTime(w.Header().Get("Retry-After"))
	require.NoError(t, err)
	assert.WithinRange(t, date, began.Add(time.Second), time.Now().Add(2*time.Second))
	assert.Equal(t, http.StatusOK, f.get("/demo/busy?after=date&key=b").Code)

	assert.Equal(t, http.StatusBadRequest, f.get("/demo/busy?after=soon").Code)
}
