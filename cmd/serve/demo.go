package main

import (
	"io"
	"io/fs"
	"net/http"
	"strings"
)

// demo is the endpoints that the pages and the tests ask things of. Each file here that is named after one
// holds it, and what it needs.
//
// All of them take, besides their own parameters:
//
//   - ms: answer after so many milliseconds (at most maxDelay)
//   - fail=1: answer 503 in place of the real thing, after the delay
//   - key: count this request apart from others (see counts)
//
// Their answers are never stored, so that what a page shows is what the server did; drawn images without a
// delay are the exception.
type demo struct {
	content fs.FS
	wait    waiter
	counts  *counts // Of everything that was asked.
	tries   *counts // Of what endpoints that fail at first have answered.
}

func newDemo(content fs.FS, wait waiter) *demo {
	return &demo{content: content, wait: wait, counts: newCounts(), tries: newCounts()}
}

// register adds the endpoints. A pattern that names no method takes any of methods.
func (d *demo) register(mux *http.ServeMux, pages http.Handler) {
	for pattern, answer := range map[string]http.HandlerFunc{
		"GET /demo/panel-content.html": d.panelContent,
		"GET /demo/news.json":          d.newsJSON,
		"GET /demo/news.html":          d.newsHTML,
		"GET /demo/reactions.json":     d.reactionsJSON,
		"GET /demo/reactions.html":     d.reactionsHTML,
		"GET /demo/xml":                d.newsXML,
		"GET /demo/search":             d.search,
		"GET /demo/jsonp":              jsonp,
		"GET /demo/script.js":          script,
		"GET /demo/broken.js":          brokenScript,
		"GET /demo/etag":               etag,
		"GET /demo/cors":               cors,
		"POST /demo/cors":              cors,
		"PUT /demo/cors":               cors,
		"PATCH /demo/cors":             cors,
		"DELETE /demo/cors":            cors,
		"/demo/json":                   plainJSON,
		"/demo/malformed.json":         malformedJSON,
		"/demo/empty.json":             emptyJSON,
		"/demo/empty":                  empty,
		"/demo/wrong-type.json":        wrongType,
		"/demo/echo":                   echo,
		"/demo/headers":                headers,
		"/demo/upload":                 upload,
		"/demo/slow":                   d.slow,
		"/demo/flaky":                  d.flaky,
		"/demo/busy":                   d.busy,
		"/demo/cut":                    cut,
		"/demo/reset":                  reset,
		"/demo/status/{code}":          status,
		"/demo/redirect":               redirect,
		"/demo/redirect-loop":          redirectLoop,
		"/demo/auth":                   auth,
	} {
		d.handle(mux, pattern, answer)
	}
	// Neither of these is a demo request itself, to be counted or delayed: asking for a count, and the question
	// that a browser asks by itself before the real one.
	mux.HandleFunc("GET /demo/count", d.count)
	mux.HandleFunc("OPTIONS /demo/cors", preflight)
	mux.Handle("GET /img/{file}", images(pages, d.shared(drawImage)))
}

// methods are what an endpoint for any method takes. Each is a pattern of its own: one without a method would be in
// conflict with that of the pages, "GET /". HEAD comes with GET.
var methods = []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions}

// handle adds an endpoint, with all that they share.
func (d *demo) handle(mux *http.ServeMux, pattern string, answer http.HandlerFunc) {
	if strings.Contains(pattern, " ") {
		mux.Handle(pattern, d.shared(answer))
		return
	}
	for _, method := range methods {
		mux.Handle(method+" "+pattern, d.shared(answer))
	}
}

// shared adds the counting, delay and failure that all endpoints have.
func (d *demo) shared(answer http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		query := r.URL.Query()
		delay, err := parseDelay(query.Get("ms"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		// Counted on arrival, not when answered: a page that asks twice is caught while both are under way.
		d.counts.add(r.URL.Path, query.Get("key"))
		if err := d.wait(r.Context(), delay); err != nil {
			// The client has gone, or the server is stopping: in that case this is still heard.
			http.Error(w, "the wait was cut short", http.StatusServiceUnavailable)
			return
		}
		if query.Get("fail") == "1" {
			// Read first: an answer to an upload that is still arriving would reach the browser as a cut connection.
			_, _ = io.Copy(io.Discard, http.MaxBytesReader(w, r.Body, maxUpload))
			http.Error(w, "failing as asked (fail=1)", http.StatusServiceUnavailable)
			return
		}
		answer(w, r)
	})
}
