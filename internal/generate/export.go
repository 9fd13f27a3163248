package generate

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/packages"
)

// directive is what stands above a function that the page is to call; a name can follow.
const directive = "//godeferred:export"

// An export is a function that the page can call, alone or as a part of a class.
type export struct {
	name   string // in the page
	pos    token.Pos
	fn     *types.Func
	doc    string
	class  *class // nil without
	method bool   // otherwise the class's constructor
}

var jsName = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{Nd}_$]*$`)

// notExported are what the language asks any object for: see page.Export.
var notExported = []string{"then", "toJSON", "toString", "valueOf", "constructor"}

// notMethods are what objects have, and what jQuery asks any for. An instance that Go is still making has each method that
// somebody asks for, but these: see web/src/program/names.js.
var notMethods = regexp.MustCompile(`^(?:promise|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|__.*__)$`)

// collect finds the exports, in the order of the source.
func (g *generator) collect() (exports []export) {
	for _, p := range g.sources {
		if p == g.pkg || canImport(g.pkg.PkgPath, p.PkgPath) {
			g.classesOf(p)
			continue
		}
		g.wrong(p.Syntax[0].Name.Pos(), "the program cannot import %s, which has exports: export functions of its own that call those", p.PkgPath)
		return nil
	}
	for _, p := range g.sources {
		var list []export
		for _, file := range p.Syntax {
			for _, decl := range file.Decls {
				if fn, is := decl.(*ast.FuncDecl); is {
					if one, ok := g.exportOf(p, fn); ok {
						list = append(list, one)
					}
				}
			}
		}
		for _, one := range g.sortedClasses() {
			if one.object.Pkg() == p.Types {
				list = append(list, g.members(p, one)...)
			}
		}
		exports = append(exports, list...)
	}
	for _, p := range g.sources {
		for _, file := range p.Syntax {
			for _, group := range file.Comments {
				for _, comment := range group.List {
					if isDirective(comment) && !g.used[comment] {
						g.wrong(comment.Pos(), "%s stands above no function, type or method: it belongs to the lines right above one", directive)
					}
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

// exportOf is the export of a function, unless it has no directive or cannot be one.
func (g *generator) exportOf(p *packages.Package, fn *ast.FuncDecl) (one export, ok bool) {
	comment := directiveIn(fn.Doc)
	if comment == nil {
		return one, false
	}
	object, _ := p.TypesInfo.Defs[fn.Name].(*types.Func)
	if fn.Recv != nil && object != nil && g.classes[receiverOf(object)] != nil {
		return one, false // one of a class's members
	}
	g.used[comment] = true
	switch {
	case fn.Recv != nil:
		g.wrong(fn.Name.Pos(), "%s is a method of a type that is not exported to the page: let %s stand above the type, too", fn.Name.Name, directive)
		return one, false
	case fn.Type.TypeParams != nil:
		g.wrong(fn.Name.Pos(), "%s has type parameters: export a function that calls it with types", fn.Name.Name)
		return one, false
	case fn.Name.Name == "_" || fn.Name.Name == "main" || fn.Name.Name == "init" || object == nil:
		g.wrong(fn.Name.Pos(), "%s cannot be called: export a function with a name of its own", fn.Name.Name)
		return one, false
	case p != g.pkg && !object.Exported():
		g.wrong(fn.Name.Pos(), "%s is not exported by its package: begin its name with a capital", fn.Name.Name)
		return one, false
	}
	one = export{name: pageName(fn.Name.Name), pos: fn.Name.Pos(), fn: object, doc: fn.Doc.Text()}
	return one, g.rename(&one.name, comment) && g.claim(one.name, comment)
}

// rename takes the name that stands behind a directive, if there is one.
func (g *generator) rename(name *string, comment *ast.Comment) bool {
	given := strings.Fields(strings.TrimPrefix(comment.Text, directive))
	switch len(given) {
	case 0:
	case 1:
		*name = given[0]
	default:
		g.wrong(comment.Pos(), "%s takes one name, not %d", directive, len(given))
		return false
	}
	return true
}

// claim tells whether a name can be a property of godeferred.go, and whether it is the first one of that name.
func (g *generator) claim(name string, comment *ast.Comment) bool {
	if !g.canBeCalled(name, comment.Pos()) {
		return false
	}
	if name == "default" {
		g.wrong(comment.Pos(), "the module for pages exports godeferred as \"default\": give another name, as in %s other", directive)
		return false
	}
	if before, twice := g.named[name]; twice {
		g.wrong(comment.Pos(), "%q is exported already, at %s: give another name, as in %s other", name, g.position(before), directive)
		return false
	}
	g.named[name] = comment.Pos()
	return true
}

func (g *generator) canBeCalled(name string, pos token.Pos) bool {
	if jsName.MatchString(name) && !slices.Contains(notExported, name) {
		return true
	}
	g.wrong(pos, "nothing can be exported as %q: give another name, as in %s other", name, directive)
	return false
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
