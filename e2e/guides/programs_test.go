package guides

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A program is a Go snippet that `godeferred build` has built.
type program struct{ static string }

// programsOf builds the programs of a guide. They are folders of this project's module while they are built: there,
// the build needs no network.
func programsOf(t *testing.T, found []snippet) map[string]program {
	t.Helper()
	programs := map[string]program{}
	for _, s := range found {
		name := s.note("program")
		if s.language != "go" || name == "" {
			continue
		}
		folder := goFolder(t, s)
		static := filepath.Join(filepath.Dir(folder), "static")
		require.NoError(t, os.Mkdir(static, 0o755))
		run(t, nil, "go", "run", "./cmd/godeferred", "build", "-debug", "-o", static, inModule(t, folder))
		programs[name] = program{static}
	}
	return programs
}

// vet compiles a Go snippet that no page runs: a server's, or a part of a program.
func vet(t *testing.T, s snippet) {
	t.Helper()
	var env []string
	if strings.HasPrefix(s.text, "//go:build js") {
		env = []string{"GOOS=js", "GOARCH=wasm"}
	}
	run(t, env, "go", "vet", inModule(t, goFolder(t, s)))
}

func goFolder(t *testing.T, s snippet) string {
	t.Helper()
	parent, err := os.MkdirTemp(filepath.Join(harness.Root(), "internal", "generate", "testdata"), "made")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(parent) })
	folder := filepath.Join(parent, "app")
	require.NoError(t, os.Mkdir(folder, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte(s.text), 0o644))
	return folder
}

func inModule(t *testing.T, folder string) string {
	t.Helper()
	name, err := filepath.Rel(harness.Root(), folder)
	require.NoError(t, err)
	return "./" + filepath.ToSlash(name)
}

func run(t *testing.T, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = harness.Root()
	cmd.Env = append(os.Environ(), env...)
	output, err := cmd.CombinedOutput()
	require.NoErrorf(t, err, "%s %s\n%s", name, strings.Join(args, " "), output)
	return string(output)
}
