// Package beside runs a Go program on package deferred in a page that has the bundle and jQuery, too.
package beside

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

func TestAGoProgramBesideTheBundleAndJQuery(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	build := exec.Command("go", "build", "-o", filepath.Join("e2e", "artifacts", "beside.wasm"), "./deferred/internal/beside")
	build.Dir = harness.Root()
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := build.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	loader := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	for _, browser := range []harness.Browser{harness.Chromium, harness.Firefox} {
		t.Run(string(browser), func(t *testing.T) {
			harness.RunPage(t, browser, "/pages/beside.html",
				harness.With("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, loader) }))
		})
	}
}
