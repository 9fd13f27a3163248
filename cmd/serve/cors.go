package main

import "net/http"

type visited struct {
	Origin string `json:"origin"`
	Method string `json:"method"`
	Cookie string `json:"cookie"`
}

// cors answers /demo/cors?allow=…, which pages of other origins may ask for: allow=* lets them all read it,
// allow=origin the asking one, with cookies and the like, allow=http://… that one. Without allow, none.
func cors(w http.ResponseWriter, r *http.Request) {
	admit(w, r)
	answerJSON(w, http.StatusOK, visited{r.Header.Get("Origin"), r.Method, r.Header.Get("Cookie")})
}

// preflight answers the question whether a request with such a method and such headers may be sent at all.
func preflight(w http.ResponseWriter, r *http.Request) {
	if admit(w, r) {
		h := w.Header()
		h.Set("Access-Control-Allow-Methods", r.Header.Get("Access-Control-Request-Method"))
		h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
	}
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNoContent)
}

// admit sets the headers that say who may read the answer, and reports whether anyone may.
func admit(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	// Else the browser would keep the answer from other origins before it looked at who is allowed.
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Add("Vary", "Origin")
	allow := r.URL.Query().Get("allow")
	if allow == "" {
		return false
	}
	if allow == "origin" {
		allow = r.Header.Get("Origin")
		h.Set("Access-Control-Allow-Credentials", "true")
	}
	h.Set("Access-Control-Allow-Origin", allow)
	// Pages may read few headers of another origin's answers. This one they may; X-Kept they may not.
	h.Set("Access-Control-Expose-Headers", "X-Shown")
	h.Set("X-Shown", "yes")
	h.Set("X-Kept", "yes")
	return true
}
