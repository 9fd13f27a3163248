package generate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// FileName is the file that is written beside the program's own.
const FileName = "zz_godeferred.go"

// A TypeError says why the program's source cannot be read, in the words of the compiler.
type TypeError struct{ Text string }

func (e *TypeError) Error() string { return e.Text }

// load reads the source of the package and the types of its imports. A file that was generated before counts as empty: it
// may be about functions that are gone.
func load(ctx context.Context, name string) (*packages.Package, error) {
	config := &packages.Config{
		Context: ctx,
		Mode:    packages.NeedName | packages.NeedFiles,
		Env:     append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"),
	}
	p, err := loadOne(config, name)
	if err != nil {
		return nil, err
	}
	for _, file := range p.GoFiles {
		if filepath.Base(file) == FileName {
			config.Overlay = map[string][]byte{file: []byte("package " + p.Name + "\n")}
		}
	}
	config.Mode |= packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedTypesSizes |
		packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule
	if p, err = loadOne(config, name); err != nil {
		return nil, err
	}
	if text := errorsOf(p); text != "" {
		return nil, &TypeError{text}
	}
	if p.Name != "main" {
		return nil, fmt.Errorf("%s is package %s: a program is a package main", name, p.Name)
	}
	if len(p.GoFiles) == 0 || p.Types == nil {
		return nil, errors.New(name + " has no Go files for GOOS=js GOARCH=wasm")
	}
	slices.SortFunc(p.Syntax, func(a, b *ast.File) int {
		return cmp.Compare(p.Fset.Position(a.Package).Filename, p.Fset.Position(b.Package).Filename)
	})
	return p, nil
}

func loadOne(config *packages.Config, name string) (*packages.Package, error) {
	found, err := packages.Load(config, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s is %d packages: name the one that is the program", name, len(found))
	}
	return found[0], nil
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
