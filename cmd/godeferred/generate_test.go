package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program makes a program in a folder of this module, where it needs no network.
func program(t *testing.T, text string) (folder string) {
	t.Helper()
	require.NoError(t, os.MkdirAll("testdata", 0o755))
	dir, err := os.MkdirTemp("testdata", "made")
	require.NoError(t, err)
	t.Cleanup(func() {
		_ = os.RemoveAll(dir)
		_ = os.Remove("testdata") // unless it has something else
	})
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(text), 0o644))
	return "./" + filepath.ToSlash(dir)
}

func TestGenerateWritesAndChecks(t *testing.T) {
	folder := program(t, "package main\n\n//godeferred:export\nfunc Hello(name string) {}\n\nfunc main() {}\n")
	file, types := filepath.Join(folder, "zz_godeferred.go"), filepath.Join(folder, "app.d.mts")

	code, _, err := command(t, "generate", "-check", folder)
	assert.Equal(t, 1, code)
	assert.Equal(t, "godeferred: zz_godeferred.go is not what the source says: run godeferred generate "+folder+"\n", err)
	assert.NoFileExists(t, file, "-check writes nothing")

	code, out, err := command(t, "generate", folder, "-types", types)
	assert.Zero(t, code)
	assert.Empty(t, out+err)
	assert.FileExists(t, file)
	text, readErr := os.ReadFile(types)
	require.NoError(t, readErr)
	assert.Contains(t, string(text), `declare module "./godeferred.mjs" {`)

	code, _, err = command(t, "generate", "-check", "-types", types, folder)
	assert.Zero(t, code)
	assert.Empty(t, err)

	require.NoError(t, os.WriteFile(types, nil, 0o644))
	code, _, err = command(t, "generate", "-check", "-types", types, folder)
	assert.Equal(t, 1, code)
	assert.Contains(t, err, "app.d.mts is not what the source says")
}

func TestGenerateSaysWhatIsWrong(t *testing.T) {
	folder := program(t, "package main\n\n//godeferred:export\nfunc Hello(a complex64, b map[int]int) {}\n\nfunc main() {}\n")
	code, _, err := command(t, "generate", folder)
	assert.Equal(t, 1, code)
	file := filepath.Join(folder, "main.go")
	assert.Equal(t, file+":4:12: the parameter a of Hello has the type complex64, which a page cannot give: use a struct of two numbers\n"+
		file+":4:25: the parameter b of Hello has the type map[int]int, which a page cannot give: the keys of a page's objects are strings: use a map[string]T\n"+
		"godeferred: "+folder+" does not compile\n", err)
}
