package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/internal/build"
)

const (
	// quiet is how long files must not change before a build: editors write several, and each in steps.
	quiet = 100 * time.Millisecond
	// grace is how long answers under way may take to finish once the server is asked to stop.
	grace = 3 * time.Second
)

// runServe is `godeferred serve`. It ends with ctx.
func runServe(ctx context.Context, args []string, to terminal) (err error) {
	program := build.Program{Debug: true}
	var dir, addr, behind string
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&program.Out, "o", "", "the `folder` to write to, with pages or without; a temporary one when empty")
	flags.StringVar(&dir, "dir", "", "a `folder` of pages")
	flags.StringVar(&addr, "addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes a free one")
	flags.StringVar(&behind, "proxy", "", "the `URL` of a server that answers what is no file, such as the page's requests")
	if program.Package, err = parse(flags, args); err != nil {
		return err
	}
	var proxy *url.URL
	if behind != "" {
		if proxy, err = url.Parse(behind); err != nil || proxy.Host == "" || proxy.Scheme != "http" && proxy.Scheme != "https" {
			return fmt.Errorf("-proxy: %q is no address of a server: expected one such as http://127.0.0.1:8090", behind)
		}
	}
	if program.Out == "" {
		if program.Out, err = os.MkdirTemp("", "godeferred-serve"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(program.Out)) }()
	}
	if dir != "" {
		if info, err := os.Stat(dir); err != nil {
			return fmt.Errorf("-dir: %w", err)
		} else if !info.IsDir() {
			return fmt.Errorf("-dir: %s is a file: expected a folder of pages", dir)
		}
	}
	// Wrong arguments end the command. A wrong program is shown in the page.
	if err := program.Check(ctx); err != nil {
		if _, ofProgram := errors.AsType[*build.CompileError](err); !ofProgram {
			return err
		}
	}
	if err := os.MkdirAll(program.Out, 0o755); err != nil {
		return err
	}
	return serve(ctx, program, dir, addr, proxy, to)
}

// serve serves the program's page until ctx ends.
func serve(ctx context.Context, program build.Program, dir, addr string, proxy *url.URL, to terminal) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("%w: -addr takes another address", err)
	}
	watch, err := newWatcher(program.Out, dir)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	changes := make(chan change)
	builds := &builder{
		live:    newLive(),
		changes: changes,
		build: func(ctx context.Context) error {
			// Before the compiler reads the files: what is changed from now on is built again.
			if sources, err := program.Sources(ctx); err == nil {
				watch.follow(sources)
			}
			started := time.Now()
			_, err := program.Build(ctx)
			switch {
			case ctx.Err() != nil:
			case err != nil:
				report(to.err, err)
			case to.watched:
				_, _ = fmt.Fprintf(to.out, "built %s in %.1fs\n", program.Package, time.Since(started).Seconds())
			}
			return err
		},
	}
	_, _ = fmt.Fprintf(to.out, "%s: http://%s/ (Ctrl-C stops)\n", program.Package, listener.Addr())

	ended := make(chan error, 3)
	go func() { ended <- watch.run(ctx, changes) }()
	go func() { builds.run(ctx); ended <- nil }()
	server := &http.Server{
		Handler:           newHandler(program, dir, proxy, builds.live),
		ReadHeaderTimeout: 5 * time.Second,
		// Requests end with ctx: pages listen to events for as long as they are open.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go func() { ended <- server.Serve(listener) }()
	err = <-ended // of the first; nil if that was ctx's end
	stop()
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if errors.Is(server.Shutdown(finish), context.DeadlineExceeded) {
		_ = server.Close()
	}
	for range 2 {
		if other := <-ended; err == nil && !errors.Is(other, http.ErrServerClosed) {
			err = other
		}
	}
	return err
}

// newHandler answers the page's requests: its files, those of the build, and what keeps it up to date. The rest goes to
// proxy, if there is one.
func newHandler(program build.Program, dir string, proxy *url.URL, live *live) http.Handler {
	site := &site{layers: []fs.FS{os.DirFS(program.Out)}, live: live, title: filepath.Base(program.Package)}
	if dir != "" {
		// The page's folder may have the files of an earlier build.
		site.layers = []fs.FS{written{os.DirFS(program.Out), program.Out}, os.DirFS(dir), os.DirFS(program.Out)}
	}
	files := godeferred.FileServer(site)
	if proxy != nil {
		files = filesOr(site, files, &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(proxy)
			r.SetXForwarded()
		}})
	}
	mux := http.NewServeMux()
	mux.Handle("/", live.hold(files))
	mux.HandleFunc(liveFolder+"live.js", serveScript)
	mux.Handle(liveFolder+"events", live)
	return mux
}

// filesOr passes requests on that no file answers.
func filesOr(site fs.FS, files, others http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "."
		}
		if _, err := fs.Stat(site, name); err == nil && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
			files.ServeHTTP(w, r)
			return
		}
		others.ServeHTTP(w, r)
	})
}
