package main

import (
	"net/http"
	"strconv"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// badWasm answers /demo/wasm/{fault} with the build's wasm, and one thing wrong with it. The status is 200, so that
// only the answer itself tells.
//
//   - half: the first half, as if it were the whole
//   - cut: the first half, and the connection closed
//   - stall: the first half, and then nothing
//   - silent: nothing at all
//   - steady: all of it, in 20 parts with a pause (pause=ms) between each two, which is slow and not wrong
//   - charset: its type has a parameter
//   - upper: its type is in capital letters, which is not wrong either
//   - text, untyped: another type, no type
//   - html: a page that is called wasm
//   - gzip: compressed, with nothing that says so
//   - empty: no bytes; no-content: none either, and a status of 204
func badWasm(s *site, wait waiter) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		wasm, err := s.wasm()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		kind := fileserver.MediaType(".wasm")
		switch fault := r.PathValue("fault"); fault {
		case "half":
			answerBytes(w, http.StatusOK, kind, wasm[:len(wasm)/2])
		case "cut", "stall":
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Length", strconv.Itoa(len(wasm)))
			_, _ = w.Write(wasm[:len(wasm)/2])
			_ = http.NewResponseController(w).Flush()
			if fault == "stall" {
				<-r.Context().Done()
			}
			panic(http.ErrAbortHandler)
		case "silent":
			<-r.Context().Done()
			panic(http.ErrAbortHandler)
		case "steady":
			steadyWasm(w, r, wasm, wait)
		case "charset":
			answerBytes(w, http.StatusOK, kind+"; charset=utf-8", wasm)
		case "upper":
			answerBytes(w, http.StatusOK, "Application/WASM", wasm)
		case "text":
			answerBytes(w, http.StatusOK, fileserver.MediaType(".txt"), wasm)
		case "untyped":
			w.Header()["Content-Type"] = nil // Else net/http would guess.
			_, _ = w.Write(wasm)
		case "html":
			answerBytes(w, http.StatusOK, kind, []byte("<!doctype html>\n<title>Not found</title>\n"))
		case "gzip":
			answerBytes(w, http.StatusOK, kind, []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff})
		case "empty":
			answerBytes(w, http.StatusOK, kind, nil)
		case "no-content":
			w.WriteHeader(http.StatusNoContent)
		default:
			http.NotFound(w, r)
		}
	}
}

func steadyWasm(w http.ResponseWriter, r *http.Request, wasm []byte, wait waiter) {
	const parts = 20
	pause, err := parseDelay(r.URL.Query().Get("pause"))
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "pause=%q: expected a whole number of milliseconds", r.URL.Query().Get("pause"))
		return
	}
	w.Header().Set("Content-Type", fileserver.MediaType(".wasm"))
	w.Header().Set("Content-Length", strconv.Itoa(len(wasm)))
	for i := range parts {
		if i > 0 && wait(r.Context(), pause) != nil {
			return
		}
		if _, err := w.Write(wasm[len(wasm)*i/parts : len(wasm)*(i+1)/parts]); err != nil {
			return
		}
		_ = http.NewResponseController(w).Flush()
	}
}
