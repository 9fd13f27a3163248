// Package stress tests what makes leaf exports safe: see cmd/wasm/exports.go.
package stress

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// build makes the runtime with the stress functions, and answers where it and the toolchain's loader are.
func build(t *testing.T) (wasm, loader string) {
	t.Helper()
	wasm = filepath.Join(harness.Root(), "e2e", "artifacts", "stress.wasm")
	cmd := exec.Command("go", "build", "-tags", "stress", "-o", wasm, "./cmd/wasm")
	cmd.Dir = harness.Root()
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := cmd.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	return wasm, filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
}

func TestLeafExportsUnderStress(t *testing.T) {
	wasm, loader := build(t)
	t.Run("node", func(t *testing.T) { harness.RunNode(t, "--no-warnings", "stress/node.js", wasm, loader) })
	t.Run("chromium", func(t *testing.T) {
		harness.RunPage(t, harness.Chromium, "/pages/stress.html",
			harness.With("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, loader) }),
			harness.With("/stress/", func(w http.ResponseWriter, r *http.Request) {
				http.ServeFile(w, r, filepath.Join(harness.Root(), "e2e", filepath.Clean(r.URL.Path)))
			}))
	})
}
