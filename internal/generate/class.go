package generate

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A class is a type that the page has as a class. Its instances stay in Go.
type class struct {
	name        string // in the page
	object      *types.TypeName
	doc         string
	constructor *types.Func // NewT, if there is one
}

// leftOut stands in place of a name behind the directive of a method that the page does not have.
const leftOut = "-"

// classesOf finds the types with the directive.
func (g *generator) classesOf(p *packages.Package) {
	g.eachType(p, func(group *ast.GenDecl, spec *ast.TypeSpec) {
		doc := spec.Doc
		if doc == nil && !group.Lparen.IsValid() {
			doc = group.Doc
		}
		comment := directiveIn(doc)
		if comment == nil {
			return
		}
		g.used[comment] = true
		object, _ := p.TypesInfo.Defs[spec.Name].(*types.TypeName)
		name := spec.Name.Name
		switch {
		case object == nil || !ast.IsExported(name):
			g.wrong(spec.Name.Pos(), "the type %s is not exported: begin its name with a capital", name)
			return
		case spec.TypeParams != nil:
			g.wrong(spec.Name.Pos(), "the type %s has type parameters: export one that has it as a field, with types", name)
			return
		case object.IsAlias():
			g.wrong(spec.Name.Pos(), "%s is another name of a type: let the comment stand above that", name)
			return
		case types.IsInterface(object.Type()):
			g.wrong(spec.Name.Pos(), "%s is an interface: export a type that has it as a field", name)
			return
		case isPointer(object.Type()):
			g.wrong(spec.Name.Pos(), "%s is a pointer, and has no methods: export a struct", name)
			return
		}
		one := &class{name: name, object: object, doc: doc.Text()}
		if !g.rename(&one.name, comment) || !g.claim(one.name, comment) {
			return
		}
		if made, is := p.Types.Scope().Lookup("New" + name).(*types.Func); is && constructs(made, object) {
			one.constructor = made
		}
		g.classes[object] = one
	})
}

func isPointer(t types.Type) bool {
	_, is := t.Underlying().(*types.Pointer)
	return is
}

func (g *generator) eachType(p *packages.Package, act func(*ast.GenDecl, *ast.TypeSpec)) {
	for _, file := range p.Syntax {
		for _, decl := range file.Decls {
			group, is := decl.(*ast.GenDecl)
			if !is {
				continue
			}
			for _, spec := range group.Specs {
				if one, is := spec.(*ast.TypeSpec); is {
					act(group, one)
				}
			}
		}
	}
}

// constructs tells whether a function answers a *T, and no more than an error beside it.
func constructs(fn *types.Func, object *types.TypeName) bool {
	results := fn.Signature().Results()
	if fn.Signature().TypeParams() != nil || results.Len() == 0 || results.Len() > 2 || results.Len() == 2 && !isError(results.At(1).Type()) {
		return false
	}
	pointer, is := types.Unalias(results.At(0).Type()).(*types.Pointer)
	return is && types.Identical(pointer.Elem(), object.Type())
}

// members are the exports of a class: its constructor, and the exported methods of its own.
func (g *generator) members(p *packages.Package, one *class) (exports []export) {
	if one.constructor != nil {
		exports = append(exports, export{name: one.name, pos: one.constructor.Pos(), fn: one.constructor, doc: g.docs[one.constructor.Pos()], class: one})
	}
	named := one.object.Type().(*types.Named)
	names := map[string]string{}
	for _, file := range p.Syntax {
		for _, decl := range file.Decls {
			fn, is := decl.(*ast.FuncDecl)
			if !is || fn.Recv == nil {
				continue
			}
			object, _ := p.TypesInfo.Defs[fn.Name].(*types.Func)
			if object == nil || receiverOf(object) != named.Obj() {
				continue
			}
			comment := directiveIn(fn.Doc)
			if comment != nil {
				g.used[comment] = true
			}
			if !object.Exported() {
				if comment != nil {
					g.wrong(fn.Name.Pos(), "the method %s is not exported: begin its name with a capital", fn.Name.Name)
				}
				continue
			}
			member := export{name: pageName(fn.Name.Name), pos: fn.Name.Pos(), fn: object, doc: fn.Doc.Text(), class: one, method: true}
			if comment != nil {
				if strings.TrimSpace(strings.TrimPrefix(comment.Text, directive)) == leftOut {
					continue
				}
				if !g.rename(&member.name, comment) {
					continue
				}
			}
			// The page's free calls Free.
			if sig := object.Signature(); member.name == "free" && fn.Name.Name == "Free" && sig.Params().Len() == 0 && sig.Results().Len() == 0 {
				continue
			}
			if !g.canBeCalled(member.name, fn.Name.Pos()) {
				continue
			}
			if notMethods.MatchString(member.name) {
				g.wrong(fn.Name.Pos(), "no method can be %q, which any object has or may have: give another name, as in %s other", member.name, directive)
				continue
			}
			if member.name == "free" {
				g.wrong(fn.Name.Pos(), "an instance has a method free, which lets it go and calls a method Free() without parameters and results: give another name, as in %s other", directive)
				continue
			}
			if before, twice := names[member.name]; twice {
				g.wrong(fn.Name.Pos(), "%s.%s is %q in the page, as %s is: give another name, as in %s other", one.object.Name(), fn.Name.Name, member.name, before, directive)
				continue
			}
			names[member.name] = fn.Name.Name
			exports = append(exports, member)
		}
	}
	return exports
}

// receiverOf is the type that a method belongs to.
func receiverOf(fn *types.Func) *types.TypeName {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	t := types.Unalias(recv.Type())
	if pointer, is := t.(*types.Pointer); is {
		t = types.Unalias(pointer.Elem())
	}
	if named, is := t.(*types.Named); is {
		return named.Obj()
	}
	return nil
}

// classOf is the class that a type is, or is a pointer to.
func (g *generator) classOf(t types.Type) *class {
	if named, is := types.Unalias(t).(*types.Named); is {
		return g.classes[named.Obj()]
	}
	return nil
}

func (g *generator) pointedClass(t types.Type) *class {
	if pointer, is := types.Unalias(t).(*types.Pointer); is {
		return g.classOf(pointer.Elem())
	}
	return nil
}

// instance reads or writes a pointer to a class.
func (g *generator) instance(d direction, t types.Type, of *class) string {
	return g.wrap(d, t, false, func(name string) string {
		if d == reads {
			element := types.Unalias(t).(*types.Pointer).Elem()
			return fmt.Sprintf("func %s(%s %s) %s {\n\treturn %s[%s](%s, %s)\n}\n", name, g.in, g.border("In"), g.goType(t), g.border("ReadInstance"), g.goType(element), g.in, strconv.Quote(of.name))
		}
		return fmt.Sprintf("func %s(%s *%s, %s %s) {\n\t%s(%s, %s, %s)\n}\n", name, g.out, g.border("Out"), g.v, g.goType(t), g.border("WriteInstance"), g.out, g.v, strconv.Quote(of.name))
	})
}

// sortedClasses are in the order of their names.
func (g *generator) sortedClasses() []*class {
	list := make([]*class, 0, len(g.classes))
	for _, one := range g.classes {
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b *class) int { return strings.Compare(a.name, b.name) })
	return list
}
