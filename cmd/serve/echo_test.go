package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEchoSaysWhatWasAsked(t *testing.T) {
	f := newFixture(t)
	for _, method := range methods {
		got := decode[echoed](t, f.send(method, "/demo/echo?a=%20b&c", "hällo", "X-One", "1", "X-One", "2"))
		assert.Equal(t, echoed{
			Method: method, Path: "/demo/echo", Query: "a=%20b&c", Body: "hällo", Length: 6,
			Headers: map[string]string{"host": "example.com", "x-one": "1, 2"},
		}, got)
	}
	assert.Empty(t, f.ask(http.MethodHead, "/demo/echo").Header().Get("Allow"), "HEAD is one of them")
}

func TestEchoSendsBackTheBeginningOfALongBody(t *testing.T) {
	f := newFixture(t)
	got := decode[echoed](t, f.send(http.MethodPost, "/demo/echo", strings.Repeat("x", maxEcho+5)))
	assert.Len(t, got.Body, maxEcho)
	assert.Equal(t, maxEcho+5, got.Length)
}

func TestHeadersSaysWhichWereSent(t *testing.T) {
	f := newFixture(t)
	got := decode[map[string]string](t, f.get("/demo/headers", "Accept", "application/json, */*; q=0.01"))
	assert.Equal(t, map[string]string{"host": "example.com", "accept": "application/json, */*; q=0.01"}, got)
}

func TestUploadSaysSizeAndHash(t *testing.T) {
	f := newFixture(t)
	got := decode[uploaded](t, f.send(http.MethodPost, "/demo/upload", "abc", "Content-Type", "text/plain"))
	assert.Equal(t, uploaded{3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "text/plain"}, got)
}

func TestUploadsHaveALimit(t *testing.T) {
	for _, path := range []string{"/demo/upload", "/demo/echo"} {
		f := newFixture(t)
		long, err := http.NewRequestWithContext(t.Context(), http.MethodPost, path, zeros(maxUpload+1))
		require.NoError(t, err)
		w := f.serve(long)
		assert.Equal(t, http.StatusRequestEntityTooLarge, w.Code, path)
		assert.Equal(t, "expected at most 67108864 bytes", decode[problem](t, w).Error, path)
	}
}
