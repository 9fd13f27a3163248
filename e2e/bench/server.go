package main

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"path/filepath"
)

// modules are the files of npm packages that the page loads, as /modules/<key>: what each offers for production.
var modules = map[string]string{
	"jquery4.js":  "jquery/dist/jquery.min.js",
	"jquery3.js":  "jquery3/dist/jquery.min.js",
	"bluebird.js": "bluebird/js/browser/bluebird.min.js",

	"simply-deferred.js":     "simply-deferred/deferred.min.js",
	"underscore.deferred.js": "underscore.deferred/underscore.deferred.js", // it offers no smaller form
}

// A server sends the page and what it loads, and takes what it posts.
type server struct {
	url      string
	progress chan string
	results  chan []byte
	http     http.Server
}

// serve also has what more adds.
func serve(root string, more ...func(*http.ServeMux)) (*server, error) {
	return serveBy(line{}, root, more...)
}

// serveBy is serve by a line that may carry few bytes at a time.
func serveBy(l line, root string, more ...func(*http.ServeMux)) (*server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("serve the page: %w", err)
	}
	s := &server{
		url:      "http://" + listener.Addr().String(),
		progress: make(chan string, 16),
		results:  make(chan []byte, 1),
	}
	s.http.Handler = s.routes(root, more)
	go func() { _ = s.http.Serve(l.listen(listener)) }()
	return s, nil
}

func (s *server) close() { _ = s.http.Close() }

func (s *server) routes(root string, more []func(*http.ServeMux)) http.Handler {
	mux := http.NewServeMux()
	for _, add := range more {
		add(mux)
	}
	for _, dir := range []string{"dist", "bench"} {
		prefix := "/" + dir + "/"
		mux.Handle("GET "+prefix, http.StripPrefix(prefix, http.FileServer(http.Dir(filepath.Join(root, dir)))))
	}
	for name, file := range modules {
		mux.HandleFunc("GET /modules/"+name, func(w http.ResponseWriter, r *http.Request) {
			http.ServeFile(w, r, filepath.Join(root, "node_modules", filepath.FromSlash(file)))
		})
	}
	// Browsers ask for it unasked.
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("POST /progress", func(w http.ResponseWriter, r *http.Request) {
		if line, err := io.ReadAll(io.LimitReader(r.Body, 1000)); err == nil {
			select {
			case s.progress <- string(line):
			default: // nobody listens any more
			}
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("POST /results", s.receive)
	return isolated(mux)
}

func (s *server) receive(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 64<<20))
	if err != nil {
		body, _ = json.Marshal(report{Error: "the results did not arrive whole: " + err.Error()})
	}
	select {
	case s.results <- body:
		w.WriteHeader(http.StatusNoContent)
	default:
		http.Error(w, "results are posted once", http.StatusConflict)
	}
}

// isolated makes the page cross-origin isolated, which browsers give a clock of microseconds. Nothing is cached: each
// run measures the files as they are.
func isolated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cross-Origin-Embedder-Policy", "require-corp")
		header.Set("Cache-Control", "no-store")
		// Not left to the system's table: a module or a wasm of another type does not run.
		switch ext := path.Ext(r.URL.Path); ext {
		case ".js", ".mjs":
			header.Set("Content-Type", "text/javascript; charset=utf-8")
		case ".wasm":
			header.Set("Content-Type", "application/wasm")
		default:
			if kind := mime.TypeByExtension(ext); kind != "" {
				header.Set("Content-Type", kind)
			}
		}
		next.ServeHTTP(w, r)
	})
}
