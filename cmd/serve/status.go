package main

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// bodiless are the final statuses whose answers have no body.
var bodiless = []int{http.StatusNoContent, http.StatusResetContent, http.StatusNotModified}

// status answers /demo/status/{code} with that status, from 200 to 599, and says it in JSON where a body is allowed.
func status(w http.ResponseWriter, r *http.Request) {
	code, err := number(r.PathValue("code"), 0, 200, 599)
	if err != nil || code == 0 {
		answerProblem(w, http.StatusBadRequest, "%q: expected a status from 200 to 599", r.PathValue("code"))
		return
	}
	if slices.Contains(bodiless, code) {
		w.WriteHeader(code)
		return
	}
	answerProblem(w, code, "%s", http.StatusText(code))
}

// redirect answers /demo/redirect?to=/path with a redirection there, within this server alone. status= is one of
// 301, 302 (when left out), 303, 307, 308.
func redirect(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	to, ok := localAddress(query.Get("to"))
	if !ok {
		answerProblem(w, http.StatusBadRequest, "to=%q: expected a path on this server, such as /demo/json", query.Get("to"))
		return
	}
	code, err := number(query.Get("status"), http.StatusFound, 301, 308)
	if err != nil || code > 303 && code < 307 {
		answerProblem(w, http.StatusBadRequest, "status=%q: expected 301, 302, 303, 307 or 308", query.Get("status"))
		return
	}
	w.Header().Set("Location", to)
	w.WriteHeader(code)
}

// localAddress is to, if it can only lead to this server. Browsers read "//host" and "/\host" as another one;
// they also skip tabs and line breaks, which url.Parse refuses.
func localAddress(to string) (string, bool) {
	parsed, err := url.Parse(to)
	if err != nil || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, `\`) {
		return "", false
	}
	return parsed.String(), parsed.Scheme == "" && parsed.Host == ""
}

// redirectLoop answers /demo/redirect-loop with a redirection to itself. Each round has a number, since a browser
// could recognise an address that it has just come from.
func redirectLoop(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	round, _ := strconv.Atoi(query.Get("round"))
	query.Set("round", strconv.Itoa(round+1))
	w.Header().Set("Location", "/demo/redirect-loop?"+query.Encode())
	w.WriteHeader(http.StatusFound)
}
