package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What can be wrong, and what the user reads. None of it takes a whole build, or leaves anything.
func TestWhatIsWrongIsSaid(t *testing.T) {
	for _, row := range []struct {
		name    string
		files   map[string]string
		program Program
		before  func(t *testing.T, dir string)
		want    []string // parts of the message
		compile bool     // it is the compiler's
	}{
		{
			name: "no go command", before: func(t *testing.T, _ string) { fakeGo(t, "") },
			want: []string{"there is no go command: install Go, from https://go.dev/dl/"},
		},
		{
			name:   "an old Go",
			before: func(t *testing.T, _ string) { fakeGo(t, `echo '{"GOVERSION": "go1.25.3", "GOMOD": "/x/go.mod"}'`) },
			want:   []string{"go1.25.3 is too old: the program needs Go 1.26 or later"},
		},
		{
			name: "a go command that fails", before: func(t *testing.T, _ string) { fakeGo(t, "echo go: no home >&2; exit 1") },
			want: []string{"go: no home"},
		},
		{
			name: "no module", files: map[string]string{"go.mod": ""},
			want: []string{"there is no module here: run `go mod init example.com/mypage` and `go get " + module + "`"},
		},
		{
			name: "modules are off", before: func(t *testing.T, _ string) { t.Setenv("GO111MODULE", "off") },
			want: []string{"modules are turned off by GO111MODULE=off"},
		},
		{
			name: "go.mod is no go.mod", files: map[string]string{"go.mod": "modul x\n"},
			want: []string{"go.mod:1: unknown directive: modul"},
		},
		{name: "no package is named", program: Program{Package: ""}, want: []string{`package "": expected one such as ./app`}},
		{name: "a flag is no package", program: Program{Package: "-x"}, want: []string{`package "-x": expected one such as ./app`}},
		{
			name: "the package is not there", program: Program{Package: "./nope"},
			want: []string{"there is no package ./nope for GOOS=js GOARCH=wasm: ", "nope: directory not found"},
		},
		{
			name: "a folder without Go files", program: Program{Package: "./docs"},
			files: map[string]string{"docs/readme.md": "-"},
			want:  []string{"there is no package ./docs", "no Go files in "},
		},
		{
			name: "files for another system", files: map[string]string{"app/main.go": "//go:build linux\n\n" + mainProgram},
			want: []string{"there is no package ./app for GOOS=js GOARCH=wasm: ", "build constraints exclude all Go files in"},
		},
		{
			name: "a package of nobody", program: Program{Package: "example.com/nobody/app"},
			want: []string{"there is no package example.com/nobody/app", "no required module provides package"},
		},
		{
			name: "no main package", files: map[string]string{"app/main.go": "package app\n"},
			want: []string{"./app is package app: a program is a package main"},
		},
		{
			name: "more than one package", program: Program{Package: "./..."}, files: map[string]string{"other/main.go": mainProgram},
			want: []string{"./... is 2 packages: name the one that is the program"},
		},
		{
			name: "none of many", program: Program{Package: "./docs/..."}, files: map[string]string{"docs/readme.md": "-"},
			want: []string{"./docs/... is 0 packages"},
		},
		{
			name: "no import of page", files: map[string]string{"app/main.go": "package main\n\nfunc main() {}\n"},
			want: []string{"./app does not import " + pageDep + ": its main function has to call page.Run"},
		},
		{
			name: "it does not compile", files: map[string]string{"app/main.go": mainProgram + "\nvar x int = \"tea\"\n\nfunc f() { missing() }\n"},
			want: []string{"./app does not compile:\n", `app/main.go:7:13: cannot use "tea"`, "app/main.go:9:12: undefined: missing"}, compile: true,
		},
		{
			name: "it is no Go", files: map[string]string{"app/main.go": "package main\n\nimport (\n"},
			want: []string{"./app does not compile:\n", "app/main.go:"}, compile: true,
		},
		{
			name: "a part of it is no Go, and may be what imports page", files: map[string]string{
				"app/main.go": "package main\n\nimport \"example.com/page/part\"\n\nfunc main() { part.Run() }\n", "part/part.go": "package part\n\nimport (\n",
			},
			want: []string{"part/part.go:"}, compile: true,
		},
		{
			name: "it imports what no module has", files: map[string]string{"app/main.go": strings.Replace(mainProgram, "import ", "import _ \"example.com/nobody\"\n\nimport ", 1)},
			want: []string{"app/main.go:3:8: no required module provides package example.com/nobody; to add it:\n\tgo get example.com/nobody"}, compile: true,
		},
		{
			name: "the module does not require this one", files: map[string]string{"go.mod": "module example.com/page\n\ngo 1.26\n"},
			want: []string{"app/main.go:3:8: no required module provides package " + pageDep, "go get " + pageDep}, compile: true,
		},
		{
			name: "not tidy: no sums", files: map[string]string{"go.sum": ""},
			want: []string{"missing go.sum entry", "run `go mod tidy`"}, compile: true,
		},
		{
			name: "not tidy: a requirement is missing", before: func(t *testing.T, dir string) {
				file := filepath.Join(dir, "go.mod")
				text, err := os.ReadFile(file)
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(file, []byte(dropLines(string(text), "safejs")), 0o644))
			},
			want: []string{"go mod tidy"}, compile: false,
		},
		{
			name: "-o names a file", program: Program{Out: "go.mod"},
			want: []string{"go.mod is a file: expected a folder to write to"},
		},
		{
			name: "-o is below a file", program: Program{Out: "go.mod/static"},
			want: []string{"go.mod"},
		},
		{
			name: "-o cannot be written to", program: Program{Out: "/proc/godeferred"},
			want: []string{"/proc/godeferred cannot be written to: "},
		},
		{name: "-o is empty", program: Program{Out: "-"}, want: []string{"the folder to write to has no name"}},
		{
			name: "GOFLAGS that the go command does not know", before: func(t *testing.T, _ string) { t.Setenv("GOFLAGS", "-nonsense") },
			want: []string{"unknown flag -nonsense"},
		},
		{
			name: "a vendor folder that is not up to date", files: map[string]string{"vendor/modules.txt": "# example.com/x v1.0.0\n"},
			want: []string{"inconsistent vendoring", "go mod vendor"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			files := map[string]string{"app/main.go": mainProgram}
			for name, text := range row.files {
				files[name] = text
			}
			dir := newModule(t, files)
			p := row.program
			if p == (Program{}) || p.Package == "" && p.Out != "" {
				p.Package = "./app"
			}
			switch p.Out {
			case "":
				p.Out = "static"
			case "-":
				p.Out = ""
			}
			if row.name == "no package is named" {
				p.Package = ""
			}
			if row.before != nil {
				row.before(t, dir)
			}
			_, err := p.Build(t.Context())
			require.Error(t, err)
			for _, part := range row.want {
				assert.ErrorContains(t, err, part)
			}
			compile, is := errors.AsType[*CompileError](err)
			assert.Equal(t, row.compile, is, err)
			if is {
				assert.NotContains(t, compile.Text, "exit status")
			}
			assert.NoDirExists(t, filepath.Join(dir, "static"))
		})
	}
}

// dropLines leaves out the lines that have a word.
func dropLines(text, word string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, word) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestAProgramCanBeBuiltFromTheFolderOfItsWorkspace(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": mainProgram})
	require.NoError(t, os.Mkdir("module", 0o755))
	for _, name := range []string{"go.mod", "go.sum", "app"} {
		require.NoError(t, os.Rename(name, filepath.Join("module", name)))
	}
	require.NoError(t, os.WriteFile("go.work", []byte("go 1.26.0\n\nuse ./module\n"), 0o644))
	require.NoError(t, Program{Package: "./module/app", Out: "static"}.Check(t.Context()))
	t.Setenv("GOWORK", "off")
	assert.ErrorContains(t, Program{Package: "./module/app", Out: "static"}.Check(t.Context()), "there is no module here")
}

func TestABuildEndsWithItsContext(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": mainProgram})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Program{Package: "./app", Out: "static"}.Build(ctx)
	require.ErrorIs(t, err, context.Canceled)
	assert.NoDirExists(t, "static")
}

func TestProgramsAreNamedAsGoBuildDoes(t *testing.T) {
	for path, want := range map[string]string{
		"example.com/page/app": "app", "example.com/page": "page", "example.com/page/v2": "page", "v2": "v2",
		"example.com/page/v2/cmd": "cmd", "command-line-arguments": "folder", "example.com/my.app": "my.app",
	} {
		assert.Equal(t, want, programName(path, filepath.FromSlash("/x/folder")), path)
	}
}

func TestAnotherVersionOfTheBuilderIsRefused(t *testing.T) {
	own := func(main, dep debug.Module) string {
		return versionIn(&debug.BuildInfo{Main: main, Deps: []*debug.Module{{Path: "example.com/x", Version: "v9.0.0"}, &dep}})
	}
	installed := own(debug.Module{Path: module, Version: "v0.2.0"}, debug.Module{})
	run := own(debug.Module{Path: "example.com/page", Version: "(devel)"}, debug.Module{Path: module, Version: "v0.3.0"})
	replaced := own(debug.Module{}, debug.Module{Path: module, Version: "v0.0.0", Replace: &debug.Module{Path: "../x"}})
	assert.Equal(t, []string{"v0.2.0", "v0.3.0", ""}, []string{installed, run, replaced})
	assert.Empty(t, own(debug.Module{Path: module, Version: "(devel)"}, debug.Module{}))

	require.NoError(t, sameVersion("v0.2.0", "v0.2.0"))
	require.NoError(t, sameVersion("", "v0.2.0"))
	require.NoError(t, sameVersion("v0.2.0", ""))
	require.EqualError(t, sameVersion("v0.2.0", "v0.3.0"), "this is godeferred v0.2.0, and the module requires v0.3.0: "+
		"run `go run github.com/godeferred/godeferred/cmd/godeferred` in the module")
}
