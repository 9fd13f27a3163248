package main

import (
	"io/fs"
	"net/http"
)

// newHandler answers everything: the site, the libraries in the folder modules, which the benchmark compares with, and
// the demo endpoints, which answer with content and use wait for their delays. Only GET and HEAD reach all but the last.
func newHandler(content fs.FS, site *site, modules string, wait waiter) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /", site)
	mux.HandleFunc("GET /modules/{$}", libraries(modules).list)
	mux.HandleFunc("GET /modules/{name}", libraries(modules).serve)
	mux.HandleFunc("GET /pages/demohost.js", demoHost)
	d := newDemo(content, wait)
	d.register(mux, site)
	mux.Handle("GET /demo/wasm/{fault}", d.shared(badWasm(site, wait)))
	return guard(mux)
}
