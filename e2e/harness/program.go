package harness

import (
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// builds are the programs that this test binary has built, by their packages.
var builds sync.Map // string to func() ([]byte, error)

// Program builds a Go program for pages, to /artifacts/NAME.wasm, and answers what a server needs for it: Go's loader
// as /wasm_exec.js. The package is given as to go build, in the project's folder. It is built once: another build
// would write the file while a page of another test reads it.
func Program(t testing.TB, pkg string) Option {
	t.Helper()
	build, _ := builds.LoadOrStore(pkg, sync.OnceValues(func() ([]byte, error) { return buildProgram(pkg) }))
	output, err := build.(func() ([]byte, error))()
	require.NoErrorf(t, err, "%s", output)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	loader := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	return With("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, loader) })
}

func buildProgram(pkg string) (output []byte, err error) {
	build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join("e2e", "artifacts", path.Base(pkg)+".wasm"), pkg)
	build.Dir = Root()
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	return build.CombinedOutput()
}
