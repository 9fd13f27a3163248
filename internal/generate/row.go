package generate

import (
	"fmt"
	"go/types"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// direction says whether a value comes from the page or goes to it.
type direction string

const (
	reads  direction = "read"
	writes direction = "write"
)

// A spot is where a type is asked for.
type spot struct {
	object types.Object // whose position is shown: a parameter, a field, or the function for a result
	what   string       // such as "the parameter ch of Search"
}

// refuse says that a type has no row.
func (g *generator) refuse(t types.Type, d direction, s spot, advice string) {
	key := types.TypeString(t, nil) + s.what + advice // a type without a row has often none in both directions
	if g.refused[key] {
		return
	}
	g.refused[key] = true
	g.wrong(s.object.Pos(), "%s has the type %s, which %s: %s", s.what, types.TypeString(t, g.shortName),
		map[direction]string{reads: "a page cannot give", writes: "a page cannot get"}[d], advice)
}

// shortName is how errors call packages.
func (g *generator) shortName(p *types.Package) string {
	if p == g.pkg.Types {
		return ""
	}
	return p.Name()
}

// goType is a type as the file writes it. Its packages are imported.
func (g *generator) goType(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == g.pkg.Types {
			return ""
		}
		return g.importOf(p.Path(), p.Name())
	})
}

// convert is the expression of a function that reads or writes a t: func(border.In) T or func(*border.Out, T). big says
// that its integers are BigInts. What has no row is noted, and the answer then means nothing.
func (g *generator) convert(d direction, t types.Type, big bool, s spot) string {
	if g.depth++; g.depth > 100 {
		g.depth--
		g.refuse(t, d, s, "it is made of itself without end")
		return ""
	}
	defer func() { g.depth-- }()
	t = types.Unalias(t)
	of := func(name string) string { return g.border(title(string(d))+name) + "[" + g.goType(t) + "]" }
	plain := func(name string) string { return g.border(title(string(d)) + name) }

	switch pathOf(t) {
	case timePath:
		return plain("Time")
	case durationPath:
		return plain("Duration")
	case valuePath:
		return plain("Value")
	case readerPath, closerPath:
		if d == reads && pathOf(t) == readerPath {
			return g.wrap(d, t, big, func(name string) string {
				return fmt.Sprintf("func %s(%s %s) %s {\n\treturn %s(%s)\n}\n", name, g.in, g.border("In"), g.goType(t), g.border("ReadReader"), g.in)
			})
		}
		if d == writes && pathOf(t) == closerPath {
			return g.wrap(d, t, big, func(name string) string {
				return fmt.Sprintf("func %s(%s *%s, %s %s) {\n\t%s(%s, %s)\n}\n", name, g.out, g.border("Out"), g.v, g.goType(t), g.border("WriteReader"), g.out, g.v)
			})
		}
		return plain("Reader")
	case contextPath:
		g.refuse(t, d, s, "a context is the first parameter of an exported function or of a callback, and nothing else")
		return ""
	}
	if of := g.classOf(t); of != nil {
		g.refuse(t, d, s, "it is a class of the page's: use the pointer *"+of.object.Name())
		return ""
	}
	if of := g.pointedClass(t); of != nil {
		return g.instance(d, t, of)
	}
	if isError(t) {
		return plain("Error")
	}
	if element := promised(t); element != nil {
		return g.list(d, t, element, big, "Promise", s)
	}
	if element := sequenceOf(t); element != nil {
		return g.list(d, t, element, big, "Sequence", s)
	}
	if path := pathOf(t); path == sequencePath || path == "iter.Seq" {
		g.refuse(t, d, s, "use iter.Seq2[T, error], whose last pair can be an error")
		return ""
	}
	if named, is := t.(*types.Named); is {
		if !g.checkNamed(named, d, s) {
			return ""
		}
	}

	switch under := t.Underlying().(type) {
	case *types.Basic:
		return g.basic(d, t, under, big, of, s)
	case *types.Interface:
		if isPlainAny(t) {
			if _, named := t.(*types.Named); !named {
				return plain("Any")
			}
			g.refuse(t, d, s, "use any")
			return ""
		}
		g.refuse(t, d, s, "an interface does not say which type to make: use a struct, or any")
	case *types.Slice:
		switch {
		case isByte(under.Elem()):
			return of("Bytes")
		case g.isNumber(under.Elem()) && (d == reads || !isWide(under.Elem()) || big && isBig(under.Elem())):
			return g.numbers(d, t, under.Elem())
		}
		return g.list(d, t, under.Elem(), big, "List", s)
	case *types.Array:
		return g.list(d, t, under.Elem(), big, "Tuple", s)
	case *types.Map:
		if basic, is := under.Key().Underlying().(*types.Basic); !is || basic.Kind() != types.String {
			g.refuse(t, d, s, "the keys of a page's objects are strings: use a map[string]T")
			return ""
		}
		if named, is := types.Unalias(under.Key()).(*types.Named); is && !g.checkNamed(named, d, s) {
			return ""
		}
		return g.list(d, t, under.Elem(), big, "Map", s)
	case *types.Pointer:
		if _, named := t.(*types.Named); named {
			g.refuse(t, d, s, "use the pointer without a name")
			return ""
		}
		if _, twice := under.Elem().Underlying().(*types.Pointer); twice {
			g.refuse(t, d, s, "a page has one null: use one pointer")
			return ""
		}
		return g.list(d, t, under.Elem(), big, "Pointer", s)
	case *types.Chan:
		if under.Dir() != types.RecvOnly {
			g.refuse(t, d, s, "use a channel to receive from, <-chan "+types.TypeString(under.Elem(), g.shortName)+", or iter.Seq2[T, error]")
			return ""
		}
		return g.list(d, t, under.Elem(), big, "Channel", s)
	case *types.Struct:
		return g.structure(d, t, under, s)
	case *types.Signature:
		if d == writes {
			g.refuse(t, d, s, "export the function itself, or make one by deferred.Export and return its safejs.Value")
			return ""
		}
		return g.callback(t, under, s)
	case *types.TypeParam:
		g.refuse(t, d, s, "use a type in place of the parameter")
	default:
		g.refuse(t, d, s, "use another type")
	}
	return ""
}

func title(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// checkNamed tells whether the file can write the type's name, and whether the type is what it looks like.
func (g *generator) checkNamed(t *types.Named, d direction, s spot) bool {
	object := t.Obj()
	if p := object.Pkg(); p != nil && p != g.pkg.Types {
		switch {
		case !object.Exported():
			g.refuse(t, d, s, "its package does not export it")
			return false
		case !canImport(g.pkg.PkgPath, p.Path()):
			g.refuse(t, d, s, "the program cannot import the package "+p.Path())
			return false
		case p.Name() == "main":
			g.refuse(t, d, s, "it is of another program")
			return false
		}
	}
	for i := range t.TypeArgs().Len() {
		if arg, is := types.Unalias(t.TypeArgs().At(i)).(*types.Named); is && !isError(arg) && !g.checkNamed(arg, d, s) {
			return false
		}
	}
	// A conversion that is written for encoding/json would not be called here.
	for _, method := range []string{"MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText", "PageValue"} {
		if has, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, object.Pkg(), method); has != nil {
			if _, is := has.(*types.Func); is {
				g.refuse(t, d, s, "it has a method "+method+", which is not called here: use a string, or a struct of its own")
				return false
			}
		}
	}
	return true
}

// canImport tells whether one package may import another, by the rule for folders named internal.
func canImport(from, to string) bool {
	i := strings.LastIndex("/"+to+"/", "/internal/")
	if i < 0 {
		return !strings.HasPrefix(to, "vendor/")
	}
	above := strings.TrimSuffix(to[:max(i-1, 0)], "/")
	return above != "" && (from == above || strings.HasPrefix(from, above+"/"))
}

func (g *generator) basic(d direction, t types.Type, under *types.Basic, big bool, of func(string) string, s spot) string {
	info := under.Info()
	switch {
	case under.Kind() == types.UnsafePointer, under.Kind() == types.Uintptr:
		g.refuse(t, d, s, "an address means nothing to a page")
		return ""
	case info&types.IsComplex != 0:
		g.refuse(t, d, s, "use a struct of two numbers")
		return ""
	case big && isBig(t):
		if d == writes {
			return of("BigInt")
		}
		if under.Kind() == types.Int64 {
			return of("Int64")
		}
		return of("Uint64")
	case d == reads && g.constantsOf(t) != nil:
		return g.union(t, under)
	case info&types.IsString != 0:
		return of("String")
	case info&types.IsBoolean != 0:
		return of("Bool")
	case info&types.IsInteger != 0:
		return of("Int")
	}
	return of("Float")
}

// numbers is for a slice of numbers, of which the function has the element's type, too.
func (g *generator) numbers(d direction, t, element types.Type) string {
	return fmt.Sprintf("%s[%s, %s]", g.border(title(string(d))+"Numbers"), g.goType(t), g.goType(element))
}

// wrap makes a function by the name that it gets; the next time, it is there.
func (g *generator) wrap(d direction, t types.Type, big bool, body func(name string) string) string {
	key := string(d) + " " + types.TypeString(t, func(p *types.Package) string { return p.Path() })
	if big {
		key += " big"
	}
	if name, is := g.helpers[key]; is {
		return name
	}
	name := g.unique(string(d) + g.nameOf(t))
	g.helpers[key] = name // before the body, which may need it
	at := len(g.bodies)
	g.bodies = append(g.bodies, "")
	g.bodies[at] = body(name)
	return name
}

// list is for types that are made of one other, which border has a function for.
func (g *generator) list(d direction, t, element types.Type, big bool, kind string, s spot) string {
	return g.wrap(d, t, big, func(name string) string {
		inner := g.convert(d, element, big, s)
		call := g.border(title(string(d)) + kind)
		switch {
		case d == writes && kind == "Tuple":
			call = g.border("WriteList")
			return fmt.Sprintf("func %s(%s *%s, %s %s) {\n\t%s(%s, %s[:], %s)\n}\n", name, g.out, g.border("Out"), g.v, g.goType(t), call, g.out, g.v, inner)
		case d == writes:
			return fmt.Sprintf("func %s(%s *%s, %s %s) {\n\t%s(%s, %s, %s)\n}\n", name, g.out, g.border("Out"), g.v, g.goType(t), call, g.out, g.v, inner)
		case kind == "Tuple":
			return fmt.Sprintf("func %s(%s %s) (%s %s) {\n\t%s(%s, %s[:], %s)\n\treturn %s\n}\n", name, g.in, g.border("In"), g.v, g.goType(t), call, g.in, g.v, inner, g.v)
		case kind == "List":
			call += "[" + g.goType(t) + "]"
		case kind == "Map":
			call += "[" + g.goType(t) + "]"
		}
		return fmt.Sprintf("func %s(%s %s) %s {\n\treturn %s(%s, %s)\n}\n", name, g.in, g.border("In"), g.goType(t), call, g.in, inner)
	})
}

// nameOf is a type as a part of a function's name.
func (g *generator) nameOf(t types.Type) string {
	t = types.Unalias(t)
	if element := promised(t); element != nil {
		return g.nameOf(element) + "Promise"
	}
	if element := sequenceOf(t); element != nil {
		return g.nameOf(element) + "Sequence"
	}
	switch t := t.(type) {
	case *types.Named:
		text := title(t.Obj().Name())
		for i := range t.TypeArgs().Len() {
			text += g.nameOf(t.TypeArgs().At(i))
		}
		return text
	case *types.Basic:
		return title(path.Base(t.Name()))
	case *types.Pointer:
		return g.nameOf(t.Elem()) + "Pointer"
	case *types.Slice:
		return g.nameOf(t.Elem()) + "List"
	case *types.Array:
		return fmt.Sprintf("%sTuple%d", g.nameOf(t.Elem()), t.Len())
	case *types.Map:
		return g.nameOf(t.Elem()) + "Map"
	case *types.Chan:
		return g.nameOf(t.Elem()) + "Channel"
	case *types.Signature:
		return "Callback"
	case *types.Struct:
		return "Object"
	}
	return "Any"
}
