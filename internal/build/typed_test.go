package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/generate"
)

const typedGreeter = `package main

import "github.com/godeferred/godeferred/page"

// Greet greets somebody.
//
//godeferred:export
func Greet(name string) string { return "hello, " + name }

func main() { page.Run() }
`

func TestABuildWritesTypedExports(t *testing.T) {
	dir := newModule(t, map[string]string{"app/main.go": typedGreeter})
	program := Program{Package: "./app", Out: "static", Debug: true}
	files, err := program.Build(t.Context())
	require.NoError(t, err)
	assert.Subset(t, namesOf(files), []string{"app.d.ts", "app.d.mts"})
	there := filesIn(t, "static")
	assert.Contains(t, there["app.d.ts"], `declare module "./godeferred.js" {`)
	assert.Contains(t, there["app.d.mts"], `declare module "./godeferred.mjs" {`)
	assert.Contains(t, there["app.d.mts"], "\t\t/** Greet greets somebody. */\n\t\tgreet(name: string): DeferredPromise<[string]>;\n")
	assert.Equal(t, "hello, you", call(t, filepath.Join("static", "godeferred.mjs")))
	generated := filepath.Join(dir, "app", generate.FileName)
	assert.FileExists(t, generated)

	// The function has another signature, which the file of the build before does not fit.
	source := filepath.Join("app", "main.go")
	require.NoError(t, os.WriteFile(source, []byte(strings.NewReplacer("Greet(name string)", "Greet(first, last string)", "+ name", "+ first + last").Replace(typedGreeter)), 0o644))
	_, err = program.Build(t.Context())
	require.NoError(t, err)
	there = filesIn(t, "static")
	assert.Contains(t, there["app.d.ts"], "greet(first: string, last: string)")

	// What has no row is an error as the compiler's, which the page of serve shows.
	require.NoError(t, os.WriteFile(source, []byte(strings.Replace(typedGreeter, "name string) string { return \"hello, \" + name }", "name chan string) {}", 1)), 0o644))
	_, err = program.Build(t.Context())
	compile, is := errors.AsType[*CompileError](err)
	require.True(t, is, "%v", err)
	assert.Equal(t, filepath.Join("app", "main.go")+":8:12: the parameter name of Greet has the type chan string, which a page cannot give: use a channel to receive from, <-chan string, or iter.Seq2[T, error]", compile.Text)
	assert.Equal(t, there, filesIn(t, "static"), "a build that fails leaves all as it was")

	// Without exports, nothing of them is left.
	require.NoError(t, os.WriteFile(source, []byte(greeter), 0o644))
	files, err = program.Build(t.Context())
	require.NoError(t, err)
	assert.NotContains(t, namesOf(files), "app.d.ts")
	assert.NoFileExists(t, generated)
	assert.NotContains(t, filesIn(t, "static"), "app.d.mts")
}

func TestTypedExportsNeedAFolder(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": typedGreeter})
	_, err := Program{Package: "./app/main.go", Out: "static", Debug: true}.Build(t.Context())
	assert.ErrorContains(t, err, "./app/main.go is a list of files: typed exports need the program's folder, such as ./app")
}
