package main

import (
	"net/http"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// Answers that are not what they say. All of them are 200.

// malformedJSON answers /demo/malformed.json with JSON that ends too early.
func malformedJSON(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".json"), []byte(`{"title": "This object has no end"`))
}

// emptyJSON answers /demo/empty.json with JSON of no bytes, which is none.
func emptyJSON(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".json"), nil)
}

// empty answers /demo/empty with text of no bytes, which is text.
func empty(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".txt"), nil)
}

// wrongType answers /demo/wrong-type.json with JSON that is called HTML.
func wrongType(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".html"), []byte(`{"title": "JSON in the wrong clothes"}`))
}

// script answers /demo/script.js with a script that counts, in the page, how often it has run.
func script(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".js"),
		[]byte("globalThis.demoScriptRuns = (globalThis.demoScriptRuns ?? 0) + 1;\n"))
}

// brokenScript answers /demo/broken.js with a script that has a syntax error, and so never runs.
func brokenScript(w http.ResponseWriter, _ *http.Request) {
	answerBytes(w, http.StatusOK, fileserver.MediaType(".js"), []byte("globalThis.demoBroken = ;\n"))
}
