package harness

import (
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

var bundle = sync.OnceValues(func() ([]byte, error) {
	// The bundler is a Go program of the tools module, with dependencies that tests need not have.
	cmd := exec.Command("go", "run", "./bundle", "-root", Root())
	cmd.Dir = filepath.Join(Root(), "tools")
	return cmd.CombinedOutput()
})

// Bundle makes /artifacts/aplus.js, the Promises/A+ suite for browsers, once per test binary.
func Bundle(t testing.TB) {
	t.Helper()
	RequireModules(t)
	if output, err := bundle(); err != nil {
		t.Fatalf("go run ./bundle: %v\n%s", err, output)
	}
}
