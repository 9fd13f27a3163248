package main

import (
	"io/fs"
	"net/http"
)

// newHandler answers everything: pages from files, the build from dist, and the demo endpoints,
// which use wait for their delays. Only GET and HEAD reach pages and the build.
func newHandler(files fs.FS, dist *dist, wait waiter) (http.Handler, error) {
	pages, err := newPages(files, dist)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", pages)
	mux.Handle("GET /dist/", dist)
	newDemo(files, wait).register(mux, pages)
	return guard(mux), nil
}
