package generate

import (
	"fmt"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
)

// declarations are the TypeScript types that stand for named types of Go's.
type declarations struct {
	names map[string]string // by Go type
	taken map[string]bool
	texts []string
}

func newDeclarations() declarations {
	d := declarations{names: map[string]string{}, taken: map[string]bool{}}
	// Names that mean something else in the file.
	for _, name := range []string{
		"DeferredPromise", "GodeferredGo", "Array", "Symbol", "AsyncIterable", "AbortSignal", "Date", "Promise", "PromiseLike",
		"ReadableStream", "ArrayBuffer", "ArrayBufferLike", "ArrayBufferView", "DataView", "Int8Array", "Uint8Array", "Int16Array", "Uint16Array",
		"Int32Array", "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "Iterable", "Readonly", "Object",
	} {
		d.taken[name] = true
	}
	for _, name := range reserved {
		d.taken[name] = true
	}
	return d
}

// reserved are the words that are no names in TypeScript, or no names of types.
var reserved = strings.Fields(`any as async await bigint boolean break case catch class const continue debugger declare default delete do
	else enum eval export extends false finally for from function get if implements import in instanceof interface keyof let module
	namespace never new null number object of package private protected public readonly return set static string super switch
	symbol this throw true try type typeof undefined unique unknown var void while with yield arguments`)

var identifier = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{Nd}_$]*$`)

// tsType is a type as TypeScript writes it. Parameters of the page's take more than it gets.
func (g *generator) tsType(t types.Type, big bool, d direction) string {
	t = types.Unalias(t)
	switch pathOf(t) {
	case timePath:
		return "Date"
	case durationPath:
		return "number"
	case valuePath:
		return "any"
	case readerPath, closerPath:
		return "ReadableStream<Uint8Array>"
	}
	if isError(t) {
		return "any"
	}
	if of := g.classOf(t); of != nil {
		return g.ts.names[types.TypeString(of.object.Type(), nil)]
	}
	if element := promised(t); element != nil {
		if d == reads {
			return "PromiseLike<" + g.tsType(element, big, d) + ">"
		}
		return "DeferredPromise<[" + g.tsType(element, big, d) + "]>"
	}
	if element := sequenceOf(t); element != nil {
		return g.tsSequence(element, big, d)
	}
	if values := g.constantsOf(t); values != nil && !(big && isBig(t)) {
		return g.declare(t, func(name string) string {
			texts := make([]string, len(values))
			for i, value := range values {
				texts[i] = literal(value)
			}
			return "export type " + name + " = " + strings.Join(texts, " | ") + ";\n"
		})
	}
	if _, named := t.(*types.Named); named && !big {
		switch under := t.Underlying().(type) {
		case *types.Struct:
			return g.declare(t, func(name string) string { return "export interface " + name + " " + g.tsFields(t, under, "") + "\n" })
		case *types.Slice, *types.Array, *types.Map, *types.Chan, *types.Signature:
			// By name, since such a type can hold itself.
			return g.declare(t, func(name string) string {
				return "export type " + name + " = " + g.tsUnder(t, under, big, writes) + ";\n"
			})
		}
	}
	return g.tsUnder(t, t.Underlying(), big, d)
}

func (g *generator) tsSequence(element types.Type, big bool, d direction) string {
	inner := g.tsType(element, big, d)
	if d == reads {
		return "AsyncIterable<" + inner + "> | Iterable<" + inner + "> | ReadableStream<" + inner + ">"
	}
	return "AsyncIterable<" + inner + ">"
}

func (g *generator) tsUnder(t, under types.Type, big bool, d direction) string {
	switch under := under.(type) {
	case *types.Basic:
		switch info := under.Info(); {
		case big && isBig(t):
			return "bigint"
		case info&types.IsString != 0:
			return "string"
		case info&types.IsBoolean != 0:
			return "boolean"
		}
		return "number"
	case *types.Slice:
		element := under.Elem()
		switch {
		case isByte(element) && d == reads:
			return "ArrayBufferLike | ArrayBufferView"
		case isByte(element):
			return "Uint8Array"
		case g.isNumber(element) && big && isBig(element):
			return map[bool]string{true: "BigInt64Array", false: "BigUint64Array"}[element.Underlying().(*types.Basic).Kind() == types.Int64]
		case g.isNumber(element) && !isWide(element):
			if d == reads {
				return typedArray(element) + " | readonly number[]"
			}
			return typedArray(element)
		}
		inner := g.tsType(element, big, d)
		if d == reads && !g.holdsName(t) {
			return "readonly " + parenthesised(inner) + "[]"
		}
		return parenthesised(inner) + "[]"
	case *types.Array:
		inner := g.tsType(under.Elem(), big, d)
		if under.Len() > 16 {
			return parenthesised(inner) + "[]"
		}
		return "[" + strings.Join(slices.Repeat([]string{inner}, int(under.Len())), ", ") + "]"
	case *types.Map:
		return "{ [key: string]: " + g.tsType(under.Elem(), big, d) + " }"
	case *types.Pointer:
		inner := g.tsType(under.Elem(), big, d)
		if strings.Contains(inner, "=>") {
			inner = "(" + inner + ")"
		}
		return inner + " | null"
	case *types.Chan:
		return g.tsSequence(under.Elem(), big, d)
	case *types.Struct:
		// Such a type is written out where it stands, which has no end if it holds itself by way of another.
		key := types.TypeString(t, nil)
		if g.open[key] {
			g.wrong(g.at, "the type %s, which is reached from here, holds itself: give it a name", types.TypeString(t, g.shortName))
			return "any"
		}
		g.open[key] = true
		defer delete(g.open, key)
		return g.tsFields(t, under, "\t")
	case *types.Signature:
		return g.tsCallback(t, under)
	}
	return "any"
}

// holdsName tells whether a type is written by its name, for which there is one declaration for both directions.
func (g *generator) holdsName(t types.Type) bool {
	_, named := t.(*types.Named)
	return named
}

func typedArray(element types.Type) string {
	return map[types.BasicKind]string{
		types.Int8: "Int8Array", types.Uint8: "Uint8Array", types.Int16: "Int16Array", types.Uint16: "Uint16Array", types.Int32: "Int32Array",
		types.Uint32: "Uint32Array", types.Float32: "Float32Array", types.Float64: "Float64Array",
	}[element.Underlying().(*types.Basic).Kind()]
}

func parenthesised(text string) string {
	if strings.Contains(text, " | ") || strings.Contains(text, "=>") || strings.HasPrefix(text, "readonly ") {
		return "(" + text + ")"
	}
	return text
}

// tsCallback is a function that the page gives: it gets what Go writes, and may answer a promise.
func (g *generator) tsCallback(t types.Type, sig *types.Signature) string {
	var params []string
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		if i == 0 && pathOf(v.Type()) == contextPath {
			continue
		}
		name := tsName(v.Name(), len(params))
		if sig.Variadic() && i == sig.Params().Len()-1 {
			params = append(params, "..."+name+": "+parenthesised(g.tsType(v.Type().Underlying().(*types.Slice).Elem(), false, writes))+"[]")
			continue
		}
		params = append(params, name+": "+g.tsType(v.Type(), false, writes))
	}
	result, _, _ := g.resultsOf(sig, t, spot{})
	answer := "unknown"
	if result != nil {
		inner := parenthesised(g.tsType(result, false, reads))
		answer = inner + " | PromiseLike<" + inner + ">"
	}
	return "(" + strings.Join(params, ", ") + ") => " + answer
}

// tsFields is the body of an interface.
func (g *generator) tsFields(t types.Type, under *types.Struct, indent string) string {
	fields, _ := g.fieldsOf(t, under, writes, spot{object: types.NewVar(0, nil, "", t)})
	var b strings.Builder
	b.WriteString("{\n")
	for _, f := range fields {
		b.WriteString(comment(g.docs[f.object.Pos()], indent+"\t"))
		mark := ""
		if f.optional() {
			mark = "?"
		}
		// In a callback's parameters and results, Go and the page have changed sides.
		fmt.Fprintf(&b, "%s\t%s%s: %s;\n", indent, property(f.name), mark, g.tsType(f.object.Type(), f.big, writes))
	}
	b.WriteString(indent + "}")
	return b.String()
}

func property(name string) string {
	if identifier.MatchString(name) && name != "new" { // new() would be what `new` makes
		return name
	}
	return jsString(name)
}

// declare is the name of a type's declaration, which is written once.
func (g *generator) declare(t types.Type, text func(name string) string) string {
	if name, is := g.ts.names[types.TypeString(t, nil)]; is {
		return name
	}
	name := g.declareAs(t, g.tsTypeName(t))
	at := len(g.ts.texts)
	g.ts.texts = append(g.ts.texts, "")
	g.ts.texts[at] = comment(g.docs[types.Unalias(t).(*types.Named).Obj().Pos()], "") + text(name)
	return name
}

// declareAs takes a name for a type, or one like it that nothing else has.
func (g *generator) declareAs(t types.Type, base string) string {
	name := base
	for i := 2; g.ts.taken[name]; i++ {
		name = fmt.Sprintf("%s%d", base, i)
	}
	g.ts.taken[name] = true
	g.ts.names[types.TypeString(t, nil)] = name
	return name
}

func (g *generator) tsTypeName(t types.Type) string {
	named := types.Unalias(t).(*types.Named)
	name := named.Obj().Name()
	for i := range named.TypeArgs().Len() {
		name += title(path.Base(g.nameOf(named.TypeArgs().At(i))))
	}
	return name
}

// comment is a doc comment of Go's as TypeScript writes it.
func comment(text, indent string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "*/", "*\u200b/"))
	if text == "" {
		return ""
	}
	lines := strings.Split(text, "\n")
	if len(lines) == 1 {
		return indent + "/** " + lines[0] + " */\n"
	}
	var b strings.Builder
	b.WriteString(indent + "/**\n")
	for _, line := range lines {
		b.WriteString(strings.TrimRight(indent+" * "+line, " \t") + "\n")
	}
	b.WriteString(indent + " */\n")
	return b.String()
}

// tsName is the name of a parameter.
func tsName(name string, i int) string {
	switch {
	case name == "" || name == "_":
		return fmt.Sprintf("argument%d", i+1)
	case slices.Contains(reserved, name):
		return name + "_"
	}
	return name
}
