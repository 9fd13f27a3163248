package harness

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Root is the folder of the project, whatever folder the test runs in.
func Root() string {
	_, file, _, ok := runtime.Caller(0)
	if !ok {
		panic("harness: built without file names (-trimpath): the project's folder is unknown")
	}
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// RequireDist fails the test, saying what to do, when the shipped files have not been built.
func RequireDist(t testing.TB) string {
	t.Helper()
	dist := filepath.Join(Root(), "dist")
	if _, err := os.Stat(filepath.Join(dist, "godeferred.wasm")); err != nil {
		t.Fatal("dist/ is not built: run `make build` first")
	}
	return dist
}

// RequireModules fails the test, saying what to do, when the npm packages are not there.
func RequireModules(t testing.TB) string {
	t.Helper()
	modules := filepath.Join(Root(), "node_modules")
	if _, err := os.Stat(modules); err != nil {
		t.Fatal("node_modules/ is not there: run `npm ci` first")
	}
	return modules
}
