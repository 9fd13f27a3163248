package e2e_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A counter counts the requests for each URL, so that tests can prove that something was asked once.
type counter struct {
	mu   sync.Mutex
	seen map[string]int
}

func (c *counter) count(r *http.Request) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := r.URL.RequestURI()
	// What keeps caches away, and the callback's name, are never the same twice.
	for _, parameter := range []string{"_=", "callback="} {
		if before, rest, found := strings.Cut(key, parameter); found {
			_, rest, _ = strings.Cut(rest, "&")
			key = strings.TrimRight(before+rest, "?&")
		}
	}
	c.seen[key]++
	return c.seen[key]
}

// faults is what fails, or fails at first.
func faults(c *counter) []harness.Option {
	return []harness.Option{
		harness.With("/asked", func(w http.ResponseWriter, r *http.Request) {
			_, path, _ := strings.Cut(r.URL.RawQuery, "path=")
			c.mu.Lock()
			defer c.mu.Unlock()
			_, _ = fmt.Fprint(w, c.seen[path])
		}),
		harness.With("/never", func(_ http.ResponseWriter, r *http.Request) {
			c.count(r)
			_, _ = io.Copy(io.Discard, r.Body) // until it is read, nobody notices that the client is gone
			<-r.Context().Done()
		}),
		harness.With("/slow", func(w http.ResponseWriter, r *http.Request) {
			begin(w)
			<-r.Context().Done()
		}),
		harness.With("/flaky", func(w http.ResponseWriter, r *http.Request) { flaky(c, w, r) }),
		harness.With("/counted.js", func(w http.ResponseWriter, r *http.Request) {
			c.count(r)
			w.Header().Set("Content-Type", "text/javascript")
		}),
		harness.With("/counted.svg", func(w http.ResponseWriter, r *http.Request) {
			c.count(r)
			w.Header().Set("Content-Type", "image/svg+xml")
			w.Header().Set("Cache-Control", "no-store")
			_, _ = io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>`)
		}),
		harness.With("/big", func(w http.ResponseWriter, _ *http.Request) {
			body := strings.Repeat("ä", 300_000)
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			w.Header().Set("Content-Length", fmt.Sprint(len(body)))
			// In odd pieces: letters are cut in two.
			for len(body) > 0 {
				n := min(len(body), 65_537)
				_, _ = io.WriteString(w, body[:n])
				w.(http.Flusher).Flush()
				body = body[n:]
			}
		}),
		harness.With("/size", func(w http.ResponseWriter, r *http.Request) {
			n, _ := io.Copy(io.Discard, r.Body)
			_, _ = fmt.Fprint(w, n)
		}),
		harness.With("/cookies", func(w http.ResponseWriter, r *http.Request) {
			if origin := r.Header.Get("Origin"); origin != "" {
				w.Header().Set("Access-Control-Allow-Origin", origin)
				w.Header().Set("Access-Control-Allow-Credentials", "true")
			}
			_, _ = io.WriteString(w, r.Header.Get("Cookie"))
		}),
	}
}

// flaky fails as often as ?fail= says, and in the way that ?how= says.
func flaky(c *counter, w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if c.count(r) > int(query.Get("fail")[0]-'0') {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, "at last")
		return
	}
	if query.Get("how") == "cut" {
		// After the head: what is cut before, browsers send once more by themselves.
		w.Header().Set("Content-Length", "100")
		w.WriteHeader(http.StatusOK)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	switch after := query.Get("after"); after {
	case "":
	case "date":
		w.Header().Set("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")
	default:
		w.Header().Set("Retry-After", after)
	}
	w.WriteHeader(http.StatusServiceUnavailable)
}
