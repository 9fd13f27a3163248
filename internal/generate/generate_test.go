package generate_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/build"
	"github.com/godeferred/godeferred/internal/generate"
)

// golden compares a text with a file. With UPDATE=1 in the environment it writes the file.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run the test with UPDATE=1, and look at what it changes")
}

func TestTheFilesAreWhatTheyWere(t *testing.T) {
	for _, name := range []string{"search", "rows", "odd", "classes", "speed"} {
		t.Run(name, func(t *testing.T) {
			made, err := generate.Program(t.Context(), "./testdata/"+name)
			require.NoError(t, err)
			golden(t, filepath.Join("testdata", name, generate.FileName), string(made.Go))
			golden(t, filepath.Join("testdata", name+".d.ts"), string(made.Types("./godeferred.js")))
			stale, err := made.Stale()
			require.NoError(t, err)
			assert.False(t, stale)

			// The file before is not read: it may be about functions that are gone.
			again, err := generate.Program(t.Context(), "./testdata/"+name)
			require.NoError(t, err)
			assert.Equal(t, string(made.Go), string(again.Go), "the same source, the same text")
			assert.Equal(t, made.Types("x"), again.Types("x"))
		})
	}
}

// rows builds the program of all rows.
func rows(t *testing.T) (folder string) {
	t.Helper()
	made, err := generate.Program(t.Context(), "./testdata/rows")
	require.NoError(t, err)
	stale, err := made.Stale()
	require.NoError(t, err)
	require.False(t, stale, "TestTheFilesAreWhatTheyWere says what has changed")
	out := filepath.Join(t.TempDir(), "static")
	_, err = build.Program{Package: "./testdata/rows", Out: out, Debug: true}.Build(t.Context())
	require.NoError(t, err)
	return out
}

// nodePrints is what a script of testdata prints.
func nodePrints(t *testing.T, script string, args ...string) string {
	t.Helper()
	node := exec.Command("node", append([]string{filepath.Join("testdata", script)}, args...)...)
	node.Env = []string{"PATH=" + os.Getenv("PATH")}
	text, err := node.Output() // the script's console.warn of exceptions is no result
	require.NoError(t, err, string(text))
	return string(text)
}

// Values of each row go from the page to Go and back, or are refused with a text that says where they are.
func TestRowsThereAndBack(t *testing.T) {
	out := rows(t)
	assert.Equal(t, "32 rows\n", nodePrints(t, "rows.mjs", out))

	// So do values by chance. Calls are a fixed number, so that a run's length does not depend on the machine's speed:
	// these take some ten seconds. SEED=n in the environment plays others; a failure shows the seed and a small value.
	seed := os.Getenv("SEED")
	if seed == "" {
		seed = "1"
	}
	for _, script := range []string{"odd.js", "play.js", "rows.js", "types.js"} { // go test looks at what is read
		_, err := os.ReadFile(filepath.Join("..", "..", "e2e", "pages", "program", "values", script))
		require.NoError(t, err)
	}
	assert.Equal(t, "true 0\n", nodePrints(t, "values.mjs", out, seed, "15000", "3000"))
}

func TestInstancesOfClasses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "static")
	_, err := build.Program{Package: "./testdata/classes", Out: out, Debug: true}.Build(t.Context())
	require.NoError(t, err)
	script := exec.Command("node", "--expose-gc", filepath.Join("testdata", "classes.mjs"), out)
	script.Env = []string{"PATH=" + os.Getenv("PATH")}
	text, err := script.Output() // as above
	require.NoError(t, err, string(text))
	assert.Equal(t, "13 cases\n", string(text))
}

func TestWhatHasNoRowIsRefusedAllAtOnce(t *testing.T) {
	_, err := generate.Program(t.Context(), "./testdata/refused")
	problems, is := errors.AsType[*generate.Problems](err)
	require.True(t, is, "%v", err)
	golden(t, filepath.Join("testdata", "refused.txt"), problems.Text()+"\n")
	assert.Contains(t, err.Error(), "the exports of github.com/godeferred/godeferred/internal/generate/testdata/refused are wrong:\n")
}

// TypeScript takes the declarations, and refuses wrong calls.
func TestTypesAreStrict(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	tsc := filepath.Join(root, "node_modules", ".bin", "tsc")
	if _, err := os.Stat(tsc); err != nil {
		t.Skip("there is no TypeScript: npm ci installs it")
	}
	dir := t.TempDir()
	copyFile := func(from, to string) {
		text, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, to), text, 0o644))
	}
	copyFile(filepath.Join(root, "web", "types", "godeferred.d.ts"), "godeferred.d.ts")
	copyFile(filepath.Join("testdata", "rows.d.ts"), "rows.d.ts")
	copyFile(filepath.Join("testdata", "odd.d.ts"), "odd.d.ts")
	copyFile(filepath.Join("testdata", "classes.d.ts"), "classes.d.ts")
	copyFile(filepath.Join("testdata", "calls.ts"), "calls.ts")
	copyFile(filepath.Join("testdata", "instances.ts"), "instances.ts")
	check := exec.Command(tsc, "--strict", "--noEmit", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler",
		"--lib", "es2022,dom,dom.iterable,dom.asynciterable", "--types", "", "calls.ts", "instances.ts", "rows.d.ts", "odd.d.ts")
	check.Dir = dir
	text, err := check.CombinedOutput()
	assert.NoError(t, err, string(text))
	assert.Empty(t, string(text))
}

// program makes a program in a folder of this module, where it needs no network.
func program(t *testing.T, files map[string]string) (name string) {
	t.Helper()
	dir, err := os.MkdirTemp("testdata", "made")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return "./" + filepath.ToSlash(dir)
}

const hello = "package main\n\n//godeferred:export\nfunc Hello() {}\n\nfunc main() {}\n"

func TestTheFileFollowsTheSource(t *testing.T) {
	name := program(t, map[string]string{"main.go": hello})
	write := func() *generate.Generated {
		t.Helper()
		made, err := generate.Program(t.Context(), name)
		require.NoError(t, err)
		require.NoError(t, made.Write())
		return made
	}
	made, err := generate.Program(t.Context(), name)
	require.NoError(t, err)
	stale, err := made.Stale()
	require.NoError(t, err)
	assert.True(t, stale, "there is none yet")
	file := write().File
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(text), `border.Export("hello", exportHello)`)

	// A file that is up to date is left as it is: watchers would build again, without end.
	before, err := os.Stat(file)
	require.NoError(t, err)
	write()
	after, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, before.ModTime(), after.ModTime())

	// The function has another name, which the file before does not know.
	source := filepath.Join(name, "main.go")
	require.NoError(t, os.WriteFile(source, []byte(strings.ReplaceAll(hello, "Hello", "Bye")), 0o644))
	made, err = generate.Program(t.Context(), name)
	require.NoError(t, err)
	stale, err = made.Stale()
	require.NoError(t, err)
	assert.True(t, stale)
	assert.Contains(t, string(write().Go), `border.Export("bye", exportBye)`)

	// Without exports there is no file.
	require.NoError(t, os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644))
	made = write()
	assert.Nil(t, made.Go)
	assert.Nil(t, made.Types("./godeferred.js"))
	assert.NoFileExists(t, file)
}

func TestAFileOfSomebodysIsNotReplaced(t *testing.T) {
	name := program(t, map[string]string{"main.go": hello, generate.FileName: "package main // mine\n"})
	made, err := generate.Program(t.Context(), name)
	require.NoError(t, err)
	err = made.Write()
	require.ErrorContains(t, err, generate.FileName+" was not generated: give it another name")
	text, err := os.ReadFile(made.File)
	require.NoError(t, err)
	assert.Equal(t, "package main // mine\n", string(text))
}

// TypeScript would write it out without end.
func TestAStructWithoutANameCannotHoldItself(t *testing.T) {
	name := program(t, map[string]string{"main.go": "package main\n\ntype Ring struct {\n\tInner *struct{ *Ring }\n}\n\n//godeferred:export\nfunc Rings(r Ring) {}\n\nfunc main() {}\n"})
	_, err := generate.Program(t.Context(), name)
	assert.ErrorContains(t, err, "main.go:8:6: the type struct{*Ring}, which is reached from here, holds itself: give it a name")
}

func TestAProgramThatDoesNotCompileSaysWhy(t *testing.T) {
	name := program(t, map[string]string{"main.go": "package main\n\n//godeferred:export\nfunc Hello(a missing) {}\n\nfunc main() { }\n"})
	_, err := generate.Program(t.Context(), name)
	source, is := errors.AsType[*generate.TypeError](err)
	require.True(t, is, "%v", err)
	assert.Contains(t, source.Text, "main.go:4:14: undefined: missing")
	assert.True(t, strings.HasPrefix(source.Text, "testdata"), "as it is called from here: %s", source.Text)

	name = program(t, map[string]string{"lib.go": "package lib\n"})
	_, err = generate.Program(t.Context(), name)
	assert.ErrorContains(t, err, "is package lib: a program is a package main")
	_, err = generate.Program(t.Context(), "./testdata/...")
	assert.ErrorContains(t, err, "packages: name the one that is the program")
}
