package layers

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

const (
	exportsFile = "cmd/wasm/exports.go"
	seam        = "internal/page/"
)

// A callback of the page that is made elsewhere has no owner that releases it, and a panic in it crosses page frames.
func TestFuncOfIsCalledInOneFileOfTheSeam(t *testing.T) {
	var callers []string
	for _, name := range shippedGo(t) {
		if file := parse(t, name, contentOf(t, name)); callsFuncOf(file.syntax) {
			callers = append(callers, name)
		}
	}
	if len(callers) != 1 || !strings.HasPrefix(callers[0], seam) {
		t.Errorf("FuncOf is called in %v, but must be in exactly one file in %s", callers, seam)
	}
}

func TestExportsStandInOneFileEachOnOneLine(t *testing.T) {
	exports := 0
	for _, name := range sources(t, ".go") {
		file := parse(t, name, contentOf(t, name))
		found, problems := file.exports()
		exports += found
		if found > 0 && name != exportsFile {
			t.Errorf("%s has exports: they belong in %s", name, exportsFile)
		}
		for _, problem := range problems {
			t.Error(problem)
		}
	}
	if exports == 0 {
		t.Errorf("%s has no exports: is this test looking in the wrong place?", exportsFile)
	}
}

// shippedGo are the Go files of the packages that pages get, tests left out.
func shippedGo(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(sources(t, ".go"), func(name string) bool {
		return strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "tools/") || strings.HasPrefix(name, "e2e/")
	})
}

type goFile struct {
	name   string
	set    *token.FileSet
	syntax *ast.File
}

func parse(t *testing.T, name, content string) goFile {
	t.Helper()
	set := token.NewFileSet()
	syntax, err := parser.ParseFile(set, name, content, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return goFile{name, set, syntax}
}

// callsFuncOf goes by the name alone, whatever the package that offers it is called in this file.
func callsFuncOf(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		selector, is := n.(*ast.SelectorExpr)
		found = found || is && selector.Sel.Name == "FuncOf"
		return !found
	})
	return found
}

// exports counts the functions with a //go:wasmexport line, and says which break a rule of leaf exports.
func (f goFile) exports() (count int, problems []string) {
	for _, declaration := range f.syntax.Decls {
		function, is := declaration.(*ast.FuncDecl)
		if !is || !isExport(function) {
			continue
		}
		count++
		where := fmt.Sprintf("%s: %s", f.name, function.Name.Name)
		if function.Body == nil || len(function.Body.List) != 1 || !f.onOneLine(function.Body) {
			problems = append(problems, where+" has a body of more than one line: the work belongs to the machine")
		}
		for _, field := range slices.Concat(fields(function.Type.Params), fields(function.Type.Results)) {
			if kind, is := field.Type.(*ast.Ident); !is || !slices.Contains([]string{"int32", "uint32", "int64", "uint64"}, kind.Name) {
				problems = append(problems, where+" takes or answers something that is no integer of a fixed size")
			}
		}
	}
	return count, problems
}

func isExport(function *ast.FuncDecl) bool {
	return function.Doc != nil && slices.ContainsFunc(function.Doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, "//go:wasmexport ")
	})
}

func (f goFile) onOneLine(node ast.Node) bool {
	return f.set.Position(node.Pos()).Line == f.set.Position(node.End()).Line
}

func fields(list *ast.FieldList) []*ast.Field {
	if list == nil {
		return nil
	}
	return list.List
}

func TestExportProblemsAreSeen(t *testing.T) {
	rows := map[string]int{
		"func f(a int32) int32 { return a }":             0,
		"func f() {\n\tg()\n}":                           1,
		"func f() { g(); g() }":                          1,
		"func f(s string) { g() }":                       1,
		"func f(p *int32) (int32, error) { return g() }": 2,
	}
	for source, want := range rows {
		count, problems := parse(t, "f.go", "package p\n\n//go:wasmexport f\n"+source).exports()
		if count != 1 || len(problems) != want {
			t.Errorf("%s: %d exports, problems %q, expected %d", source, count, problems, want)
		}
	}
}

func TestCallsOfFuncOfAreSeen(t *testing.T) {
	for source, want := range map[string]bool{
		"var f = js.FuncOf(nil)":        true,
		"var f, err = safejs.FuncOf(g)": true,
		"var f = other.FuncOf":          true,
		"// js.FuncOf\nvar f = g()":     false,
	} {
		if callsFuncOf(parse(t, "f.go", "package p\n\n"+source).syntax) != want {
			t.Errorf("%s: expected %v", source, want)
		}
	}
}
