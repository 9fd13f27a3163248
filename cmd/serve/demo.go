package main

import (
	"io/fs"
	"net/http"
)

// demo is the endpoints that the pages ask things of. Each is one file with one method, named in register.
//
// All of them take, besides their own parameters:
//
//   - ms: answer after so many milliseconds (at most maxDelay)
//   - fail=1: answer 503 in place of the real thing, after the delay
//   - key: count this request apart from others (see counts)
//
// Their answers are never stored, so that what a page shows is what the server did.
type demo struct {
	content fs.FS
	wait    waiter
	counts  *counts
}

func newDemo(content fs.FS, wait waiter) *demo {
	return &demo{content: content, wait: wait, counts: newCounts()}
}

func (d *demo) register(mux *http.ServeMux) {
	d.handle(mux, "GET /demo/panel-content.html", d.panelContent)
	// Asking for a count is no demo request itself: it is neither counted nor delayed.
	mux.HandleFunc("GET /demo/count", d.count)
}

// handle adds an endpoint, with the counting, delay and failure that all of them share.
func (d *demo) handle(mux *http.ServeMux, pattern string, answer http.HandlerFunc) {
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
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
			http.Error(w, "failing as asked (fail=1)", http.StatusServiceUnavailable)
			return
		}
		answer(w, r)
	})
}
