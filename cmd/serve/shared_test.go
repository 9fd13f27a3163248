package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// endpoints is every demo endpoint that answers to GET in the ordinary way.
var endpoints = []string{
	"/demo/panel-content.html", "/demo/news.json", "/demo/news.html", "/demo/reactions.json", "/demo/reactions.html",
	"/demo/xml", "/demo/search", "/demo/json", "/demo/jsonp", "/demo/script.js", "/demo/broken.js", "/demo/malformed.json",
	"/demo/empty.json", "/demo/empty", "/demo/wrong-type.json", "/demo/echo", "/demo/headers", "/demo/upload",
	"/demo/slow", "/demo/flaky", "/demo/busy", "/demo/status/200", "/demo/redirect", "/demo/redirect-loop", "/demo/etag",
	"/demo/cors", "/demo/auth", "/img/a.png", "/img/broken.png",
}

func TestEveryEndpointIsDelayedFailsAndIsCounted(t *testing.T) {
	for _, path := range append(endpoints, "/demo/cut", "/demo/reset") {
		t.Run(path, func(t *testing.T) {
			f := newFixture(t)
			w := f.get(path + "?ms=70&fail=1&key=k&callback=f&to=/")
			assert.Equal(t, http.StatusServiceUnavailable, w.Code)
			assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
			assert.Equal(t, []time.Duration{70 * time.Millisecond}, f.waited)
			assert.Equal(t, "1", f.count(path, "k"))
			assertPolicy(t, w)
			assert.Equal(t, http.StatusBadRequest, f.get(path+"?ms=soon").Code)
		})
	}
}

func TestNoAnswerIsStored(t *testing.T) {
	f := newFixture(t)
	for _, path := range endpoints {
		assert.Equal(t, "no-store", f.get(path+"?ms=0&callback=f&to=/").Header().Get("Cache-Control"), path)
	}
}

func TestAFailureReadsTheUploadFirst(t *testing.T) {
	f := newFixture(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	// More than net/http would read by itself before it closed the connection.
	answer, err := http.Post(server.URL+"/demo/upload?fail=1", "text/plain", zeros(8<<20)) //nolint:noctx // Answered at once.
	require.NoError(t, err)
	assert.Equal(t, http.StatusServiceUnavailable, answer.StatusCode)
	assert.False(t, answer.Close)
	require.NoError(t, answer.Body.Close())
}

// zeros is a long body that takes no memory.
func zeros(n int64) io.Reader { return io.LimitReader(zeroReader{}, n) }

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }
