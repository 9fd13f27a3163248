package machine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
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
	require.Contains(t, found, "Step")
	return found
}

func called(call *ast.CallExpr) string {
	if f, ok := call.Fun.(*ast.Ident); ok {
		return f.Name
	}
	return "?"
}

// The functions are pure: what they answer can be worked out when the script is built.
func TestFunctionsCallOnlyEachOther(t *testing.T) {
	all := functions(t)
	for name, f := range all {
		ast.Inspect(f.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				assert.Contains(t, all, called(n), "called by %s", name)
			case *ast.GoStmt, *ast.DeferStmt, *ast.FuncLit, *ast.SendStmt, *ast.SelectStmt, *ast.RangeStmt,
				*ast.ForStmt, *ast.CompositeLit, *ast.IndexExpr, *ast.StarExpr:
				assert.Fail(t, "not in a pure function", "%s: %T", name, n)
			}
			return true
		})
	}
}

// With no loops and no rings, every question has an answer.
func TestNoFunctionCallsItself(t *testing.T) {
	all := functions(t)
	var visit func(name string, path []string)
	visit = func(name string, path []string) {
		require.NotContains(t, path, name)
		ast.Inspect(all[name].Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && all[called(call)] != nil {
				visit(called(call), append(path, name))
			}
			return true
		})
	}
	for name := range all {
		visit(name, nil)
	}
}

// The functions have no memory but their two numbers: no receiver, and only integers and booleans
// come in and go out.
func TestFunctionsTakeAndAnswerNumbersOnly(t *testing.T) {
	numbers := map[string]bool{"int32": true, "bool": true, "State": true, "Event": true, "Action": true}
	check := func(name string, fields *ast.FieldList) {
		if fields == nil {
			return
		}
		for _, field := range fields.List {
			kind, ok := field.Type.(*ast.Ident)
			assert.True(t, ok && numbers[kind.Name], "%s has a %T", name, field.Type)
		}
	}
	for name, f := range functions(t) {
		assert.Nil(t, f.Recv, name)
		check(name, f.Type.Params)
		check(name, f.Type.Results)
	}
}

// Constants, numbers by another name, and functions: no variable, no pointer, no import.
func TestThePackageHasNoVariables(t *testing.T) {
	for _, path := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		assert.Empty(t, file.Imports, path)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GenDecl:
				assert.NotEqual(t, token.VAR, n.Tok, path)
			case *ast.TypeSpec:
				kind, ok := n.Type.(*ast.Ident)
				assert.True(t, ok && kind.Name == "int32" && n.Assign.IsValid(), "%s: type %s is no int32", path, n.Name)
			case *ast.StarExpr, *ast.ArrayType, *ast.MapType, *ast.ChanType:
				assert.Fail(t, "no place for a pointer", "%s: %T", path, n)
			case *ast.UnaryExpr:
				assert.NotEqual(t, token.AND, n.Op, path)
			}
			return true
		})
	}
}
