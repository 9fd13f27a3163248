package e2e_test

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Each way to fail to start has a code, a message that says what to do, and rejects load and ready.
func TestFailuresToStart(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	wasm, err := os.ReadFile(filepath.Join(harness.Root(), "dist", "godeferred.wasm"))
	require.NoError(t, err)

	send := func(contentType string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write(body) // a page that has gone away is no matter
		}
	}
	otherBuild := append([]byte{}, wasm...)
	otherBuild[len(otherBuild)-1] ^= 1 // the last letter of the build, which ends the file
	opts := []harness.Option{
		harness.With("/text.wasm", send("text/plain", wasm)),
		harness.With("/untyped.wasm", func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = nil
			_, _ = w.Write(wasm)
		}),
		harness.With("/short.wasm", send("application/wasm", wasm[:len(wasm)/2])),
		harness.With("/cut.wasm", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Set("Content-Length", "1000000")
			_, _ = w.Write(wasm[:1000])
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler) // closes the connection in the middle
		}),
		harness.With("/other-build.wasm", send("application/wasm", otherBuild)),
		harness.With("/stranger.wasm", send("application/wasm", []byte{0, 'a', 's', 'm', 1, 0, 0, 0})),
		harness.AllowErrors(),
	}
	for _, fault := range []string{"missing", "text", "untyped", "short", "cut", "other-build", "stranger", "refused"} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/runtime/failures.html?fault="+fault, opts...)
			})
		})
	}
	for fault, policy := range map[string]string{
		"no-wasm":    "default-src 'self'; script-src 'self'",
		"no-connect": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
	} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/runtime/failures.html?fault="+fault,
					append(opts, harness.WithHeader("Content-Security-Policy", policy))...)
			})
		})
	}
}
