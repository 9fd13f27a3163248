package machine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sources answers the files of the package without its tests.
func sources(t *testing.T) (paths []string) {
	t.Helper()
	all, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, path := range all {
		if !strings.HasSuffix(path, "_test.go") {
			paths = append(paths, path)
		}
	}
	require.NotEmpty(t, paths)
	return paths
}

// functions reads the package's own source: every function by its name.
func functions(t *testing.T) map[string]*ast.FuncDecl {
	t.Helper()
	found := map[string]*ast.FuncDecl{}
	for _, path := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				require.NotContains(t, found, f.Name.Name, "two functions of one name: tell them apart here")
				found[f.Name.Name] = f
			}
		}
	}
	require.Contains(t, found, "Settle")
	return found
}

// leafFunctions answers all that may run inside a leaf operation: every method of the machine but
// Grow, and what they call.
func leafFunctions(t *testing.T) map[string]*ast.FuncDecl {
	all := functions(t)
	reached := map[string]*ast.FuncDecl{}
	var visit func(name string)
	visit = func(name string) {
		f, ok := all[name]
		if _, seen := reached[name]; !ok || seen {
			return
		}
		reached[name] = f
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				visit(called(call))
			}
			return true
		})
	}
	for name, f := range all {
		if f.Recv != nil && name != "Grow" {
			visit(name)
		}
	}
	return reached
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return "?"
}

// A call that grows the stack under an export ends the program: "unexpected return pc".
func TestEveryLeafFunctionIsNosplit(t *testing.T) {
	leaf := leafFunctions(t)
	assert.Greater(t, len(leaf), len(leaves))
	for name, f := range leaf {
		nosplit := false
		if f.Doc != nil {
			for _, line := range f.Doc.List {
				nosplit = nosplit || line.Text == "//go:nosplit"
			}
		}
		assert.True(t, nosplit, "%s lacks //go:nosplit", name)
	}
}

func TestLeafFunctionsCallOnlyEachOther(t *testing.T) {
	leaf := leafFunctions(t)
	builtin := map[string]bool{"len": true, "min": true, "max": true,
		"int": true, "int32": true, "int64": true, "uint8": true, "uint16": true, "uint32": true}
	for name, f := range leaf {
		ast.Inspect(f.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				to := called(n)
				assert.True(t, leaf[to] != nil || builtin[to], "%s calls %s", name, to)
			case *ast.GoStmt, *ast.DeferStmt, *ast.FuncLit, *ast.SendStmt, *ast.SelectStmt:
				assert.Fail(t, "not in a leaf function", "%s: %T", name, n)
			}
			return true
		})
	}
}

// A pointer in a table would need a write barrier, which may start work of the collector.
func TestTheTablesHoldNoPointers(t *testing.T) {
	for _, table := range []reflect.Type{reflect.TypeFor[slot](), reflect.TypeFor[block]()} {
		for field := range table.Fields() {
			kind := field.Type.Kind()
			assert.True(t, reflect.Bool <= kind && kind <= reflect.Uint64, "%s.%s", table.Name(), field.Name)
		}
	}
}

// The package decides in numbers only, so it needs nothing.
func TestTheMachineImportsNothing(t *testing.T) {
	for _, path := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		assert.Empty(t, file.Imports, path)
	}
}
