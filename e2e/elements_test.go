package e2e_test

import (
	"io"
	"net/http"
	"sync"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestElements(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/step1-elements.html") })
}

// The browser writes failed requests to its console, as errors.
func TestGet(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/step1-ajax.js", append(answers(), harness.AllowErrors())...)
	})
}

// answers is what step1-ajax.js asks for.
func answers() []harness.Option {
	begun := make(chan struct{})
	var beginOnce sync.Once
	return []harness.Option{
		answer("/text", "text/plain; charset=utf-8", 200, "hällo"),
		answer("/json", "application/json", 200, `{"a":[1,null]}`),
		answer("/null", "application/problem+json; charset=utf-8", 200, `null`),
		answer("/badjson", "application/json", 200, `{"a":`),
		answer("/emptyjson", "application/json", 200, ""),
		answer("/script", "text/javascript", 200, "window.ran = true"),
		answer("/missing", "application/json", 404, `{"why":"missing"}`),
		answer("/failed-badjson", "application/json", 500, `{`),
		harness.With("/nothing", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
		harness.With("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) }),
		harness.With("/cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }),
		harness.With("/cut-body", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			begin(w)
			panic(http.ErrAbortHandler)
		}),
		harness.With("/never", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }),
		harness.With("/slow-body", func(w http.ResponseWriter, r *http.Request) {
			begin(w)
			beginOnce.Do(func() { close(begun) })
			<-r.Context().Done()
		}),
		harness.With("/begun", func(w http.ResponseWriter, r *http.Request) {
			select {
			case <-begun:
			case <-r.Context().Done():
			}
		}),
	}
}

func answer(path, contentType string, status int, body string) harness.Option {
	return harness.With(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header()["X-Kind"] = []string{"a", "b"}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

// begin sends the head of an answer and the beginning of its body.
func begin(w http.ResponseWriter) {
	_, _ = io.WriteString(w, "begun")
	w.(http.Flusher).Flush()
}
