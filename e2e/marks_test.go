package e2e_test

import (
	"io"
	"net/http"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestStartIsMarkedAndPreloadUsed(t *testing.T) {
	t.Parallel()
	dist := harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		var asked atomic.Int32
		harness.RunPage(t, b, "/pages/runtime/marks.html",
			harness.With("/dist/godeferred.wasm", func(w http.ResponseWriter, r *http.Request) {
				asked.Add(1)
				w.Header().Set("Content-Type", "application/wasm")
				http.ServeFile(w, r, filepath.Join(dist, "godeferred.wasm"))
			}),
			harness.With("/asked", func(w http.ResponseWriter, _ *http.Request) {
				_, _ = io.WriteString(w, strconv.Itoa(int(asked.Load())))
			}))
	})
}
