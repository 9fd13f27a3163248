package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// swaps are the operators that take each other's place. (Where that makes no sense for the types, such as - for
// strings, the mutant does not compile and does not count.)
var swaps = map[token.Token][]token.Token{
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO}, token.QUO: {token.MUL}, token.REM: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.AND_NOT: {token.AND}, token.SHL: {token.SHR}, token.SHR: {token.SHL},
	token.ADD_ASSIGN: {token.SUB_ASSIGN}, token.SUB_ASSIGN: {token.ADD_ASSIGN}, token.MUL_ASSIGN: {token.QUO_ASSIGN},
	token.OR_ASSIGN: {token.ASSIGN}, token.AND_NOT_ASSIGN: {token.AND_ASSIGN},
	token.INC: {token.DEC}, token.DEC: {token.INC},
}

// A finder walks the functions of one file.
type finder struct {
	set    *token.FileSet
	file   string
	source []byte
	blocks []block
	above  []ast.Node // the nodes around the one that is visited
	found  []mutant
}

func mutantsOf(file string, source []byte, blocks []block) ([]mutant, error) {
	f := &finder{set: token.NewFileSet(), file: file, source: source, blocks: blocks}
	tree, err := parser.ParseFile(f.set, file, source, 0)
	if err != nil {
		return nil, err
	}
	for _, declaration := range tree.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok && function.Body != nil {
			ast.Inspect(function.Body, func(n ast.Node) bool {
				if n == nil {
					f.above = f.above[:len(f.above)-1]
					return true
				}
				f.above = append(f.above, n)
				if f.covered() {
					f.visit(n)
				}
				return true
			})
		}
	}
	return f.found, nil
}

// covered tells whether the innermost statement ran. A profile has no blocks for the expressions of a case: those ran
// where their switch did.
func (f *finder) covered() bool {
	for i := len(f.above) - 1; i >= 0; i-- {
		switch n := f.above[i].(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		case ast.Stmt:
			at := f.set.Position(n.Pos())
			for _, b := range f.blocks {
				if b.has(at) {
					return true
				}
			}
			return false
		}
	}
	return false
}

func (f *finder) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		f.swap(n.OpPos, n.Op)
	case *ast.IncDecStmt:
		f.swap(n.TokPos, n.Tok)
		f.remove(n)
	case *ast.AssignStmt:
		f.swap(n.TokPos, n.Tok)
		if n.Tok != token.DEFINE {
			f.remove(n)
		}
	case *ast.ExprStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt:
		f.remove(n)
	case *ast.BranchStmt:
		f.remove(n)
	case *ast.IfStmt:
		f.fix(n.Cond)
	case *ast.CaseClause:
		for _, e := range n.List {
			if f.tagless() {
				f.fix(e)
			}
		}
	case *ast.BasicLit:
		if n.Kind == token.INT {
			if v, err := strconv.Atoi(n.Value); err == nil {
				f.replace(n, strconv.Itoa(v+1))
			}
		}
	case *ast.Ident:
		switch n.Name {
		case "true":
			f.replace(n, "false")
		case "false":
			f.replace(n, "true")
		}
	}
}

// tagless tells whether the case that is visited is one of a switch without a value, whose cases are conditions.
func (f *finder) tagless() bool {
	s, ok := f.above[len(f.above)-3].(*ast.SwitchStmt)
	return ok && s.Tag == nil
}

// fix makes a condition always true, or always false. What it is made of stays in use, or nothing would compile.
func (f *finder) fix(condition ast.Expr) {
	text := string(f.source[f.offset(condition.Pos()):f.offset(condition.End())])
	f.replace(condition, "(true || ("+text+"))")
	f.replace(condition, "(false && ("+text+"))")
}

// remove has a statement never run. It stays in the file, so that what it names is in use.
func (f *finder) remove(n ast.Node) {
	f.replace(n, "if false { "+string(f.source[f.offset(n.Pos()):f.offset(n.End())])+" }")
}

func (f *finder) swap(at token.Pos, operator token.Token) {
	for _, other := range swaps[operator] {
		from := f.offset(at)
		f.add(from, from+len(operator.String()), other.String())
	}
}

func (f *finder) replace(n ast.Node, text string) { f.add(f.offset(n.Pos()), f.offset(n.End()), text) }

func (f *finder) add(from, to int, text string) {
	at := f.set.Position(f.set.File(1).Pos(from))
	f.found = append(f.found, mutant{f.file, f.source, from, to, text, at})
}

func (f *finder) offset(p token.Pos) int { return f.set.Position(p).Offset }
