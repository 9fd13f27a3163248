package harness

import "net/http"

// An Option changes what a server sends or what a page run tolerates.
type Option func(*options)

type options struct {
	routes      []route
	headers     http.Header
	allowErrors bool
	clicks      bool
	noWasm      bool
}

func collect(opts []Option) *options {
	o := &options{headers: http.Header{}}
	for _, opt := range opts {
		opt(o)
	}
	return o
}

// WithHeader makes the server send a header with every answer: a Content-Security-Policy, for one.
func WithHeader(name, value string) Option {
	return func(o *options) { o.headers.Set(name, value) }
}

// WithoutWasm makes the server answer 404 to whatever ends in .wasm.
func WithoutWasm() Option { return func(o *options) { o.noWasm = true } }

// AllowErrors lets a page write errors to the console, and be the source of uncaught exceptions, without failing.
// It is for pages whose subject are such errors; tests inside a page say which they expect (t.errors, t.rejections).
func AllowErrors() Option { return func(o *options) { o.allowErrors = true } }

// TrustedClicks lets pages click with POST /click?x=…&y=… at a point of the viewport: the browser's own click, which it
// answers once the page has heard of it.
func TrustedClicks() Option { return func(o *options) { o.clicks = true } }
