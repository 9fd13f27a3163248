package main

import (
	"net/http"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// cut answers /demo/cut with the beginning of a body, and closes the connection.
func cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", fileserver.MediaType(".json"))
	w.Header().Set("Content-Length", "1000")
	_, _ = w.Write([]byte(`{"title": "The rest of this is never`))
	_ = http.NewResponseController(w).Flush() // Else nothing at all would be sent.
	panic(http.ErrAbortHandler)               // How net/http is told to close the connection, and to log nothing.
}

// reset closes the connection of /demo/reset in place of an answer.
//
// A browser that had the connection from an earlier request takes it for one that had been idle for too long, and asks
// once more by itself: /demo/count may say one more than the page asked.
func reset(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
