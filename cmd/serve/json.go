package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strconv"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// answerJSON sends value as JSON with the given status.
func answerJSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answerBytes(w, status, fileserver.MediaType(".json"), body)
}

// answerBytes sends a whole body, with its length, so that a browser can tell how much is still to come.
func answerBytes(w http.ResponseWriter, status int, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // A client that has gone away is no matter.
}

// problem is the body of an answer that is no success, where the request wanted JSON.
type problem struct {
	Status int    `json:"status"`
	Error  string `json:"error"`
}

func answerProblem(w http.ResponseWriter, status int, format string, args ...any) {
	answerJSON(w, status, problem{status, fmt.Sprintf(format, args...)})
}

// maxRows bounds the size of what /demo/json makes up: about 10 MB.
const maxRows = 100_000

// plainJSON answers /demo/json with its query parameters, as an object of strings, and of arrays where a name comes
// more than once; with value=, with that JSON text, to the letter; with rows=n, with n made-up rows, for a long answer.
func plainJSON(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	switch {
	case query.Has("value"):
		if !json.Valid([]byte(query.Get("value"))) {
			answerProblem(w, http.StatusBadRequest, "value=%q: expected JSON", query.Get("value"))
			return
		}
		answerBytes(w, http.StatusOK, fileserver.MediaType(".json"), []byte(query.Get("value")))
	case query.Has("rows"):
		n, err := strconv.Atoi(query.Get("rows"))
		if err != nil || n < 0 || n > maxRows {
			answerProblem(w, http.StatusBadRequest, "rows=%q: expected a number from 0 to %d", query.Get("rows"), maxRows)
			return
		}
		answerJSON(w, http.StatusOK, map[string]any{"rows": makeRows(n)})
	default:
		answerJSON(w, http.StatusOK, parameters(query))
	}
}

type row struct {
	Number int    `json:"number"`
	Square int    `json:"square"`
	Text   string `json:"text"`
}

func makeRows(n int) []row {
	rows := make([]row, n)
	for i := range rows {
		rows[i] = row{i, i * i, fmt.Sprintf("This is row %d of %d, and it says so at some length.", i, n)}
	}
	return rows
}

func parameters(query map[string][]string) map[string]any {
	all := make(map[string]any, len(query))
	for name, values := range query {
		if all[name] = values; len(values) == 1 {
			all[name] = values[0]
		}
	}
	return all
}

// callbackName is what a name of a page's function may be made of. Anything else could be a script of its own.
var callbackName = regexp.MustCompile(`^[\w$.]{1,200}$`)

// jsonp answers /demo/jsonp?callback=name with a call of that function, with the other parameters as /demo/json has
// them; but for "_", which is there to make the address a new one.
func jsonp(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	callback := query.Get("callback")
	query.Del("callback")
	query.Del("_")
	answerCall(w, callback, parameters(query))
}

func answerCall(w http.ResponseWriter, callback string, value any) {
	if !callbackName.MatchString(callback) {
		answerProblem(w, http.StatusBadRequest, "callback=%q: expected the name of a function", callback)
		return
	}
	body, err := json.Marshal(value) // It escapes U+2028, U+2029 and <, so it is a script everywhere.
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	// The comment keeps the name from being the very first bytes, which other formats could be made of.
	answerBytes(w, http.StatusOK, fileserver.MediaType(".js"), fmt.Appendf(nil, "/**/%s(%s);", callback, body))
}
