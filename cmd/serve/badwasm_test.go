package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBadWasmIsWrongAsAsked(t *testing.T) {
	f := newFixture(t)
	rows := map[string]struct {
		status     int
		kind, body string
	}{
		"half":       {200, "application/wasm", "plain"},
		"steady":     {200, "application/wasm", "plain wasm"},
		"charset":    {200, "application/wasm; charset=utf-8", "plain wasm"},
		"upper":      {200, "Application/WASM", "plain wasm"},
		"text":       {200, "text/plain; charset=utf-8", "plain wasm"},
		"untyped":    {200, "", "plain wasm"},
		"html":       {200, "application/wasm", "<!doctype html>\n<title>Not found</title>\n"},
		"gzip":       {200, "application/wasm", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"},
		"empty":      {200, "application/wasm", ""},
		"no-content": {204, "", ""},
		"nonsense":   {404, "text/plain; charset=utf-8", "404 page not found\n"},
	}
	for fault, want := range rows {
		answer := f.get("/demo/wasm/" + fault)
		assert.Equal(t, want.status, answer.Code, fault)
		assert.Equal(t, want.kind, answer.Header().Get("Content-Type"), fault)
		assert.Equal(t, want.body, answer.Body.String(), fault)
	}
	assert.Len(t, f.waited, len(rows)+19, "each delay, and the pauses of the steady one")
	assert.Equal(t, http.StatusBadRequest, f.get("/demo/wasm/steady?pause=x").Code)
}

// Nothing more comes until the client has gone; what has come is sent.
func TestBadWasmThatStopsIsEndedByTheClient(t *testing.T) {
	f := newFixture(t)
	for fault, sent := range map[string]string{"silent": "", "stall": "plain", "cut": "plain"} {
		ctx, cancel := context.WithCancel(t.Context())
		if fault != "cut" {
			time.AfterFunc(time.Millisecond, cancel)
		}
		w := httptest.NewRecorder()
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/demo/wasm/"+fault, nil)
		require.PanicsWithValue(t, http.ErrAbortHandler, func() { f.handler.ServeHTTP(w, r) }, fault)
		assert.Equal(t, sent, w.Body.String(), fault)
		cancel()
	}
}
