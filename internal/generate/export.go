package generate

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// directive is what stands above a function that the page is to call; a name can follow.
const directive = "//godeferred:export"

// An export is a function that the page can call.
type export struct {
	name string // in the page
	pos  token.Pos
	fn   *types.Func
	doc  string
}

var jsName = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{Nd}_$]*$`)

// notExported are what the language asks any object for: see page.Export.
var notExported = []string{"then", "toJSON", "toString", "valueOf", "constructor"}

// collect finds the exports, in the order of the source.
func (g *generator) collect() (exports []export) {
	names := map[string]token.Pos{}
	for _, file := range g.pkg.Syntax {
		used := map[*ast.Comment]bool{}
		for _, decl := range file.Decls {
			fn, is := decl.(*ast.FuncDecl)
			if !is {
				continue
			}
			comment := directiveIn(fn.Doc)
			if comment == nil {
				continue
			}
			used[comment] = true
			one, ok := g.exportOf(fn, comment)
			if !ok {
				continue
			}
			if before, twice := names[one.name]; twice {
				g.wrong(comment.Pos(), "a function is exported as %q already, at %s: give another name, as in %s other", one.name, g.position(before), directive)
				continue
			}
			names[one.name] = comment.Pos()
			exports = append(exports, one)
		}
		for _, group := range file.Comments {
			for _, comment := range group.List {
				if isDirective(comment) && !used[comment] {
					g.wrong(comment.Pos(), "%s stands above no function: it belongs to the lines right above one", directive)
				}
			}
		}
	}
	return exports
}

func directiveIn(doc *ast.CommentGroup) *ast.Comment {
	if doc == nil {
		return nil
	}
	for _, comment := range doc.List {
		if isDirective(comment) {
			return comment
		}
	}
	return nil
}

func isDirective(comment *ast.Comment) bool {
	rest, is := strings.CutPrefix(comment.Text, directive)
	return is && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

func (g *generator) exportOf(fn *ast.FuncDecl, comment *ast.Comment) (one export, ok bool) {
	object, _ := g.pkg.TypesInfo.Defs[fn.Name].(*types.Func)
	switch {
	case fn.Recv != nil:
		g.wrong(fn.Name.Pos(), "%s is a method, which a page cannot call: export a function that calls it", fn.Name.Name)
		return one, false
	case fn.Type.TypeParams != nil:
		g.wrong(fn.Name.Pos(), "%s has type parameters: export a function that calls it with types", fn.Name.Name)
		return one, false
	case fn.Name.Name == "_" || fn.Name.Name == "main" || fn.Name.Name == "init" || object == nil:
		g.wrong(fn.Name.Pos(), "%s cannot be called: export a function with a name of its own", fn.Name.Name)
		return one, false
	}
	one = export{name: pageName(fn.Name.Name), pos: fn.Name.Pos(), fn: object, doc: fn.Doc.Text()}
	if given := strings.Fields(strings.TrimPrefix(comment.Text, directive)); len(given) > 0 {
		if one.name = given[0]; len(given) > 1 {
			g.wrong(comment.Pos(), "%s takes one name, not %d", directive, len(given))
			return one, false
		}
	}
	if !jsName.MatchString(one.name) || slices.Contains(notExported, one.name) {
		g.wrong(comment.Pos(), "no function can be exported as %q: give another name, as in %s other", one.name, directive)
		return one, false
	}
	return one, true
}

// pageName is the name of a Go function in the page: its first word begins with a small letter. HTTPGet is httpGet.
func pageName(name string) string {
	letters := []rune(name)
	for i, r := range letters {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(letters) && unicode.IsLower(letters[i+1]) {
			break
		}
		letters[i] = unicode.ToLower(r)
	}
	return string(letters)
}
