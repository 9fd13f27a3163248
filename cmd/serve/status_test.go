package main

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStatusAnswersTheOneAskedFor(t *testing.T) {
	f := newFixture(t)
	for path, want := range map[string]problem{
		"/demo/status/404": {404, "Not Found"},
		"/demo/status/500": {500, "Internal Server Error"},
		"/demo/status/201": {201, "Created"},
		"/demo/status/599": {599, ""},
	} {
		w := f.get(path)
		assert.Equal(t, want.Status, w.Code, path)
		assert.Equal(t, want, decode[problem](t, w), path)
	}
	for path, code := range map[string]int{"/demo/status/204": 204, "/demo/status/205": 205, "/demo/status/304": 304} {
		w := f.ask(http.MethodDelete, path)
		assert.Equal(t, code, w.Code, path)
		assert.Empty(t, w.Body.String(), path)
		assert.Empty(t, w.Header().Get("Content-Type"), path)
	}
	for _, wrong := range []string{"100", "199", "600", "x", "-404"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/demo/status/"+wrong).Code, wrong)
	}
}

func TestRedirectsLeadNowhereElse(t *testing.T) {
	f := newFixture(t)
	w := f.get("/demo/redirect?to=" + url.QueryEscape("/demo/json?a=1"))
	assert.Equal(t, http.StatusFound, w.Code)
	assert.Equal(t, "/demo/json?a=1", w.Header().Get("Location"))
	assert.Equal(t, http.StatusPermanentRedirect, f.ask(http.MethodPost, "/demo/redirect?status=308&to=/").Code)
	for _, to := range []string{
		"", "demo", "http://example.com/", "//example.com", "/\\example.com", "\\\\example.com", "/\t/example.com",
		"/\n/example.com", "javascript:alert(1)", "?a", "/%zz",
	} {
		w := f.get("/demo/redirect?to=" + url.QueryEscape(to))
		assert.Equal(t, http.StatusBadRequest, w.Code, "%q", to)
		assert.Empty(t, w.Header().Get("Location"), "%q", to)
	}
	for _, code := range []string{"300", "304", "305", "306", "309", "x"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/demo/redirect?to=/&status="+code).Code, code)
	}
}

func TestTheRedirectLoopNeverEnds(t *testing.T) {
	f := newFixture(t)
	target := "/demo/redirect-loop?key=k"
	for range 30 {
		w := f.get(target)
		assert.Equal(t, http.StatusFound, w.Code)
		assert.NotEqual(t, target, w.Header().Get("Location"))
		target = w.Header().Get("Location")
	}
	assert.Equal(t, "30", f.count("/demo/redirect-loop", "k"))
}

func TestEtagIsNotSentTwice(t *testing.T) {
	f := newFixture(t)
	w := f.get("/demo/etag")
	assert.Equal(t, http.StatusOK, w.Code)
	assert.JSONEq(t, `{"version":1}`, w.Body.String())
	tag, modified := w.Header().Get("Etag"), w.Header().Get("Last-Modified")
	assert.Equal(t, "Thu, 29 Feb 2024 12:00:00 GMT", modified)
	assert.Equal(t, http.StatusNotModified, f.get("/demo/etag", "If-None-Match", tag).Code)
	assert.Equal(t, http.StatusNotModified, f.get("/demo/etag", "If-Modified-Since", modified).Code)
	assert.Equal(t, http.StatusOK, f.get("/demo/etag?version=2", "If-None-Match", tag, "If-Modified-Since", modified).Code)
	assert.Equal(t, http.StatusBadRequest, f.get("/demo/etag?version=x").Code)
}
