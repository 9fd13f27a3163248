package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// slow answers /demo/slow?ms=… with JSON, late; and with parts=n&pause=ms, in so many pieces with a pause between each
// two, so that a page can watch it arrive or end it half-way.
func (d *demo) slow(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	parts, err := number(query.Get("parts"), 1, 1, 100)
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "parts=%q: expected a number from 1 to 100", query.Get("parts"))
		return
	}
	pause, err := parseDelay(query.Get("pause"))
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "pause=%q: expected a whole number of milliseconds", query.Get("pause"))
		return
	}
	d.sendInParts(w, r, pieces(parts), pause)
}

// pieces is a JSON array of n strings, cut so that no piece but the last makes it whole.
func pieces(n int) []string {
	const filling = 1000 // Bytes: a browser may keep very small pieces back.
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("%q", fmt.Sprintf("part %d %s", i+1, strings.Repeat(".", filling)))
	}
	text := strings.SplitAfter("["+strings.Join(all, ",\n")+"]", "\n")
	return text
}

// sendInParts names the length of the whole beforehand. It stops in the middle once the client has gone.
func (d *demo) sendInParts(w http.ResponseWriter, r *http.Request, parts []string, pause time.Duration) {
	length := 0
	for _, part := range parts {
		length += len(part)
	}
	w.Header().Set("Content-Type", fileserver.MediaType(".json"))
	w.Header().Set("Content-Length", strconv.Itoa(length))
	for i, part := range parts {
		if i > 0 && d.wait(r.Context(), pause) != nil {
			return
		}
		if _, err := w.Write([]byte(part)); err != nil {
			return
		}
		if len(parts) > 1 {
			_ = http.NewResponseController(w).Flush() // What cannot flush sends it all at the end.
		}
	}
}
