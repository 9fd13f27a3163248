package e2e_test

import (
	"net/http"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// devtoolsAnswers answers the requests of e2e/pages/devtools: /flaky fails so many times, and /never keeps silent.
func devtoolsAnswers() []harness.Option {
	var asked atomic.Int64
	return []harness.Option{
		harness.With("/flaky", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-store")
			fails, _ := strconv.ParseInt(r.URL.Query().Get("fails"), 10, 64)
			if asked.Add(1) <= fails {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			asked.Store(0)
			_, _ = w.Write([]byte("there"))
		}),
		harness.With("/never", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }),
	}
}

func TestDevtools(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	for _, page := range []string{"events.js", "jquery.html"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/devtools/"+page, append(devtoolsAnswers(), harness.AllowErrors())...)
			})
		})
	}
}
