package generate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
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

// load reads the source of the package and the types of what it imports. What was generated before counts as empty: it
// may be about functions that are gone.
func load(ctx context.Context, name string) (*packages.Package, error) {
	config := &packages.Config{
		Context: ctx,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes |
			packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule,
		Env: append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"),
		ParseFile: func(fset *token.FileSet, file string, text []byte) (*ast.File, error) {
			mode := parser.ParseComments | parser.AllErrors
			if filepath.Base(file) == FileName {
				mode = parser.PackageClauseOnly
			}
			return parser.ParseFile(fset, file, text, mode)
		},
	}
	found, err := packages.Load(config, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s is %d packages: name the one that is the program", name, len(found))
	}
	p := found[0]
	var lines []string
	for _, one := range p.Errors {
		at := one.Pos
		if at == "" || at == "-" {
			lines = append(lines, one.Msg)
			continue
		}
		lines = append(lines, relative(at)+": "+one.Msg)
	}
	if len(lines) > 0 {
		return nil, &TypeError{strings.Join(slices.Compact(lines), "\n")}
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
