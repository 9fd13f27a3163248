package main

import "net/http"

// policy lets a page use this server's own scripts, styles and answers, and nothing else.
// 'wasm-unsafe-eval' is what compiling WebAssembly needs; it allows no eval of strings.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// sandbox is the document that the playground runs code in, and sandboxPolicy its policy: whoever opens it, its origin is
// its own, and no other site can frame it. The document itself has the rest of its policy, so that a host that sets no
// headers has it, too.
const (
	sandbox       = "/pages/playground-frame.html"
	sandboxPolicy = "sandbox allow-scripts; frame-ancestors 'self'"
)

// guard sets the security headers of every answer. A handler may set its own in their place.
//
// They are on all answers, not on pages alone: a fragment or a script opened by itself deserves them too.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		// These three isolate the page, which gives it the finest clock that the browser has.
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if r.URL.Path == sandbox {
			h.Set("Content-Security-Policy", sandboxPolicy)
			h.Set("Cross-Origin-Resource-Policy", "cross-origin") // Firefox compares with the sandbox's own origin
		}
		next.ServeHTTP(w, r)
	})
}
