package harness

import (
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"path/filepath"
	"sync"
	"testing"
)

// A Server is a real server on 127.0.0.1, with a port of its own, that serves
//
//	/dist/        the shipped files
//	/pages/       e2e/pages/
//	/seed/        e2e/seed/
//	/artifacts/   e2e/artifacts/: what tools/bundle makes
//	/modules/     node_modules/ (jquery, jquery3, bluebird)
//	/run?page=P   an empty document that runs the test module P
//	/report       where a test page posts its results; answers with the address of the next page, if there is one
//	/click        clicks at a point of the page, as a person does; see [TrustedClicks]
//
// and whatever the test adds with [With]. It never compresses and never caches: those are cmd/serve's, see [StartDemo].
type Server struct {
	// URL is the address, without a slash at the end.
	URL     string
	reports chan Report
	clicks  bool

	mu    sync.Mutex
	next  []string // The addresses of the pages still to come.
	click func(x, y float64) error
}

// With makes the server answer pattern (as of http.ServeMux) with handler.
func With(pattern string, handler http.HandlerFunc) Option {
	return func(o *options) { o.routes = append(o.routes, route{pattern, handler}) }
}

type route struct {
	pattern string
	handler http.HandlerFunc
}

// Serve starts a server that lives as long as the test.
func Serve(t testing.TB, opts ...Option) *Server {
	t.Helper()
	o := collect(opts)
	s := &Server{reports: make(chan Report, 1), clicks: o.clicks}
	mux := http.NewServeMux()
	for prefix, dir := range map[string]string{
		"/dist/":      "dist",
		"/pages/":     "e2e/pages",
		"/seed/":      "e2e/seed",
		"/artifacts/": "e2e/artifacts",
		"/modules/":   "node_modules",
	} {
		mux.Handle(prefix, http.StripPrefix(prefix, files(filepath.Join(Root(), filepath.FromSlash(dir)))))
	}
	mux.HandleFunc("GET /run", servePageOfModule)
	mux.HandleFunc("POST /report", s.receive)
	mux.HandleFunc("POST /click", s.clickAt)
	// Browsers ask for it unasked, and a 404 would show up among the page's errors.
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	for _, r := range o.routes {
		mux.HandleFunc(r.pattern, r.handler)
	}
	var handler http.Handler = mux
	if o.noWasm {
		handler = withoutWasm(mux)
	}
	server := httptest.NewServer(withHeaders(handler, o.headers))
	t.Cleanup(func() {
		// A browser that is being ended may hold a connection open: closing it first keeps Close from waiting.
		server.CloseClientConnections()
		server.Close()
	})
	s.URL = server.URL
	return s
}

// What the system's table of types may not know, or know otherwise: a module or a wasm of another type does not run.
var types = map[string]string{
	".js":   "text/javascript; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".cjs":  "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".json": "application/json",
	".wasm": "application/wasm",
	".svg":  "image/svg+xml",
}

func files(dir string) http.Handler {
	plain := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ext := path.Ext(r.URL.Path)
		kind, known := types[ext]
		if !known {
			kind = mime.TypeByExtension(ext)
		}
		if kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		w.Header().Set("Cache-Control", "no-store")
		plain.ServeHTTP(w, r)
	})
}

func withHeaders(next http.Handler, headers http.Header) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, values := range headers {
			w.Header()[name] = values
		}
		next.ServeHTTP(w, r)
	})
}

func withoutWasm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path.Ext(r.URL.Path) == ".wasm" {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}
