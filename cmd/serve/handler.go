package main

import (
	"io/fs"
	"net/http"

	"github.com/godeferred/godeferred/bench"
)

// newHandler answers everything: pages from files, the build from dist, the benchmark with the libraries in the folder
// modules, and the demo endpoints, which use wait for their delays. Only GET and HEAD reach all but the last.
func newHandler(files fs.FS, dist *dist, modules string, wait waiter) (http.Handler, error) {
	pages, err := newPages(files, dist)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", pages)
	mux.Handle("GET /dist/", dist)
	addBenchmark(mux, bench.Files, modules)
	d := newDemo(files, wait)
	d.register(mux, pages)
	mux.Handle("GET /demo/wasm/{fault}", d.shared(badWasm(dist, wait)))
	return guard(mux), nil
}
