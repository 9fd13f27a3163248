package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSlowSendsInPartsAsAsked(t *testing.T) {
	f := newFixture(t)
	assert.Len(t, decode[[]string](t, f.get("/demo/slow?ms=50")), 1)
	assert.Len(t, decode[[]string](t, f.get("/demo/slow?ms=60&parts=3&pause=20")), 3)
	ms := time.Millisecond
	assert.Equal(t, []time.Duration{50 * ms, 60 * ms, 20 * ms, 20 * ms}, f.waited)
	for _, wrong := range []string{"parts=0", "parts=101", "parts=x", "pause=x"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/demo/slow?"+wrong).Code, wrong)
	}
}

func TestNoPartButTheLastMakesTheAnswerWhole(t *testing.T) {
	text := ""
	for _, part := range pieces(4) {
		assert.False(t, json.Valid([]byte(text)))
		text += part
	}
	assert.True(t, json.Valid([]byte(text)))
}

func TestSlowStopsOnceNobodyListens(t *testing.T) {
	w := httptest.NewRecorder()
	d := newDemo(nil, func(context.Context, time.Duration) error { return context.Canceled })
	d.sendInParts(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil), []string{"a", "b"}, 0)
	assert.Equal(t, "a", w.Body.String())
}

// These two need a connection to close.
func TestCutAndReset(t *testing.T) {
	server := httptest.NewServer(newFixture(t).handler)
	defer server.Close()

	answer, err := http.Get(server.URL + "/demo/cut") //nolint:noctx // Answered at once.
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, answer.StatusCode)
	assert.Equal(t, int64(1000), answer.ContentLength)
	body, err := io.ReadAll(answer.Body)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Contains(t, string(body), `{"title"`)
	require.NoError(t, answer.Body.Close())

	answer, err = http.Post(server.URL+"/demo/reset", "text/plain", nil) //nolint:noctx // Not answered, at once.
	if err == nil {
		_ = answer.Body.Close()
	}
	require.ErrorIs(t, err, io.EOF)
}
