package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/build"
)

// command runs the command line and returns its exit code and what it writes.
func command(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, terminal{out: &stdout, err: &stderr})
	return code, stdout.String(), stderr.String()
}

func TestArgumentsAreChecked(t *testing.T) {
	for _, row := range []struct {
		name string
		args []string
		code int
		want string // at the beginning of what is written
	}{
		{"none", nil, 2, "godeferred: name a command\n\nusage: godeferred build "},
		{"no such command", []string{"bild"}, 2, "godeferred: there is no command \"bild\"\n\nusage: "},
		{"no package", []string{"build"}, 2, "godeferred: build takes one package, such as ./app, not 0\n\nusage: "},
		{"two packages", []string{"serve", "./a", "./b"}, 2, "godeferred: serve takes one package, such as ./app, not 2\n\nusage: "},
		{"no such flag", []string{"build", "./app", "-x"}, 2, "godeferred: flag provided but not defined: -x\n\nusage: "},
		{"a flag without a value", []string{"build", "./app", "-o"}, 2, "godeferred: flag needs an argument: -o\n\nusage: "},
		{"no such folder of pages", []string{"serve", "./app", "-dir", "nowhere"}, 1, "godeferred: -dir: stat nowhere: "},
		{"a file of pages", []string{"serve", "./app", "-dir", "main.go"}, 1, "godeferred: -dir: main.go is a file: expected a folder of pages\n"},
		{"no address of a server", []string{"serve", "./app", "-proxy", "localhost:80"}, 1, "godeferred: -proxy: \"localhost:80\" is no address of a server: expected one such as http://127.0.0.1:8090\n"},
		{"no such package", []string{"serve", "./nowhere"}, 1, "godeferred: there is no package ./nowhere for GOOS=js GOARCH=wasm: "},
		{"a folder that is a file", []string{"build", "./app", "-o", "main.go"}, 1, "godeferred: main.go is a file: expected a folder to write to\n"},
	} {
		code, out, err := command(t, row.args...)
		assert.Equal(t, row.code, code, row.name)
		assert.Empty(t, out, row.name)
		if assert.GreaterOrEqual(t, len(err), len(row.want), row.name) {
			assert.Equal(t, row.want, err[:len(row.want)], row.name)
		}
	}
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}, {"build", "-h"}, {"serve", "./app", "-help"}} {
		code, out, err := command(t, args...)
		assert.Zero(t, code, args)
		assert.Equal(t, usage, out, args)
		assert.Empty(t, err, args)
	}
}

func TestATableHasNamesAndLengths(t *testing.T) {
	var out bytes.Buffer
	printTable(&out, []build.File{{Name: "app.wasm", Bytes: 2_500_000, Coded: 600_000, Integrity: "sha384-A"}, {Name: "godeferred.d.ts", Bytes: 70_000}})
	assert.Equal(t, "    bytes  brotli  name\n  2500000  600000  app.wasm\n    70000       –  godeferred.d.ts\n"+
		"integrity of app.wasm: sha384-A\n", out.String())
}

// What the compiler says begins a line, so that an editor finds the place.
func TestErrorsOfTheCompilerAreWrittenAsTheyAre(t *testing.T) {
	var out bytes.Buffer
	report(&out, &build.CompileError{Package: "./app", Text: "# example.com/app\napp/main.go:7:9: undefined: missing"})
	assert.Equal(t, "# example.com/app\napp/main.go:7:9: undefined: missing\ngodeferred: ./app does not compile\n", out.String())
}
