package layers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// Where page functions are made of Go functions. A callback that is made elsewhere has no owner that releases it,
// and a panic in it would end the program.
var seams = map[string]bool{
	"internal/page/callback_js.go":      true, // for programs: with an owner
	"internal/pageprogram/byhand_js.go": true, // for a benchmark: what programs do without package page
	"size/programs/byhand/main_js.go":   true, // the same, whose size is compared
	"internal/runtime/function_js.go":   true, // for the runtime itself: made once, never released
	"internal/runtime/collect_js.go":    true, // the garbage collector's timer: the page never gets this function
}

func TestFuncOfIsCalledInTheSeamsOnly(t *testing.T) {
	for _, name := range shippedGo(t) {
		if calls := callsFuncOf(parse(t, name, contentOf(t, name)).syntax); calls != seams[name] {
			t.Errorf("%s calls FuncOf: %v, but seams in boundary_test.go says %v", name, calls, seams[name])
		}
	}
}

// A leaf export is called on whatever goroutine is paused just then: one that yields ends the program. The bundle had
// some, and the stress of proving them safe; tables of answers are as fast and cannot fail.
func TestNothingIsExportedFromTheWasm(t *testing.T) {
	for _, name := range shippedGo(t) {
		if strings.Contains(contentOf(t, name), "\n//go:wasmexport ") {
			t.Errorf("%s has a //go:wasmexport", name)
		}
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
