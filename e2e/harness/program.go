package harness

import (
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Program builds a Go program for pages, to /artifacts/NAME.wasm, and answers what a server needs for it: Go's loader
// as /wasm_exec.js. The package is given as to go build, in the project's folder.
func Program(t testing.TB, pkg string) Option {
	t.Helper()
	build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join("e2e", "artifacts", path.Base(pkg)+".wasm"), pkg)
	build.Dir = Root()
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := build.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	loader := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	return With("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, loader) })
}
