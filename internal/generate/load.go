package generate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// FileName is the file that is written beside the program's own.
const FileName = "zz_godeferred.go"

// A TypeError says why the program's source cannot be read, in the words of the compiler.
type TypeError struct{ Text string }

func (e *TypeError) Error() string { return e.Text }

// load reads the source of the program and of those packages of its module that have exports, and the types of their
// imports. A file that was generated before counts as empty: it may be about functions that are gone. The program is the
// first. There are none if nothing is exported.
func load(ctx context.Context, name string) ([]*packages.Package, error) {
	config := &packages.Config{
		Context: ctx,
		Mode:    packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedModule,
		Env:     append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"),
	}
	found, err := packages.Load(config, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s is %d packages: name the one that is the program", name, len(found))
	}
	program := found[0]
	config.Overlay = map[string][]byte{}
	for _, file := range program.GoFiles {
		if filepath.Base(file) == FileName {
			config.Overlay[file] = []byte("package " + program.Name + "\n")
		}
	}
	switch {
	case program.Name != "main" && program.Name != "":
		return nil, fmt.Errorf("%s is package %s: a program is a package main", name, program.Name)
	case len(program.GoFiles) == 0 && len(program.Errors) == 0:
		return nil, errors.New(name + " has no Go files for GOOS=js GOARCH=wasm")
	}
	names, err := withExports(program)
	if err != nil {
		return nil, err
	}
	if has, err := hasExports(program.GoFiles); err != nil || !has && len(names) == 0 && len(config.Overlay) == 0 && len(program.Errors) == 0 {
		return nil, err
	}
	if program.PkgPath == "command-line-arguments" {
		return nil, fmt.Errorf("%s is a list of files: typed exports need the program's folder, such as ./app", name)
	}
	config.Mode = packages.NeedName | packages.NeedFiles | packages.NeedModule | packages.NeedCompiledGoFiles | packages.NeedImports |
		packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo
	sources, err := packages.Load(config, append([]string{name}, names...)...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	slices.SortFunc(sources, func(a, b *packages.Package) int {
		if isFirst, other := a.PkgPath == program.PkgPath, b.PkgPath == program.PkgPath; isFirst != other {
			if isFirst {
				return -1
			}
			return 1
		}
		return strings.Compare(a.PkgPath, b.PkgPath)
	})
	for _, p := range sources {
		if text := errorsOf(p); text != "" {
			return nil, &TypeError{text}
		}
		slices.SortFunc(p.Syntax, func(a, b *ast.File) int {
			return cmp.Compare(p.Fset.Position(a.Package).Filename, p.Fset.Position(b.Package).Filename)
		})
	}
	return sources, nil
}

// withExports are the packages that the program imports, at whatever distance, that have exports and are of its own
// module: other modules say what they export by the functions of the program that call them.
func withExports(program *packages.Package) (paths []string, err error) {
	packages.Visit([]*packages.Package{program}, nil, func(p *packages.Package) {
		if p == program || p.Module == nil || !p.Module.Main || err != nil {
			return
		}
		has := false
		if has, err = hasExports(p.GoFiles); has {
			paths = append(paths, p.PkgPath)
		}
	})
	return paths, err
}

var directiveLine = regexp.MustCompile(`(?m)^[ \t]*` + directive + `\b`)

// hasExports tells whether a text has the directive. Reading the types takes a second, which other programs are spared.
func hasExports(files []string) (bool, error) {
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return false, err
		}
		if directiveLine.Match(text) {
			return true, nil
		}
	}
	return false, nil
}

// errorsOf is what the compiler and the go command say, one mistake a line. Both have found most of them.
func errorsOf(p *packages.Package) string {
	var lines []string
	for _, one := range p.Errors {
		text := one.Msg
		if one.Pos != "" && one.Pos != "-" {
			text = relative(one.Pos) + ": " + text
		}
		for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
			if !strings.HasPrefix(line, "# ") && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// relative is a place in a file as it is called from here.
func relative(file string) string {
	here, err := os.Getwd()
	if err != nil || !filepath.IsAbs(file) {
		return file
	}
	if real, err := filepath.EvalSymlinks(here); err == nil {
		here = real
	}
	if near, err := filepath.Rel(here, file); err == nil && !strings.HasPrefix(near, "..") {
		return near
	}
	return file
}
