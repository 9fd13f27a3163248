package generate

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// scriptHere stands for the script whose types are extended.
const scriptHere = "\x00script\x00"

// typesFile has all declarations: of types, of what the client exports, and of godeferred.go.
func (g *generator) typesFile(functions []function) string {
	classes := g.sortedClasses()
	for _, one := range classes {
		g.declareAs(one.object.Type(), g.tsTypeName(one.object.Type()))
	}
	var instances, calls strings.Builder
	for _, one := range classes {
		g.tsClass(&instances, one, functions)
	}
	first := true
	for _, f := range functions {
		if f.method {
			continue
		}
		if !first {
			calls.WriteString("\n")
		}
		first = false
		g.at = f.pos
		calls.WriteString(comment(f.doc, "\t\t"))
		g.tsCall(&calls, f, "\t\t")
	}
	var b strings.Builder
	b.WriteString(header)
	if len(classes) > 0 {
		b.WriteString("\n/// <reference lib=\"esnext.disposable\" />\n")
	}
	b.WriteString("\nimport type { DeferredPromise, GodeferredGo } from \"" + scriptHere + "\";\n\n")
	for _, text := range g.ts.texts {
		b.WriteString(text + "\n")
	}
	b.WriteString(instances.String())
	locals := exportedAs(functions)
	for _, f := range functions {
		if !f.method {
			b.WriteString(comment(f.doc, "") + tsExport(f.name, locals[f.name]))
		}
	}
	if len(locals) > 0 {
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "export { default } from \"%s\";\n\n", scriptHere)
	fmt.Fprintf(&b, "declare module \"%s\" {\n\tinterface GodeferredGo {\n%s\t}\n}\n", scriptHere, calls.String())
	return b.String()
}

// tsClass is what instances of a class have.
func (g *generator) tsClass(b *strings.Builder, one *class, functions []function) {
	b.WriteString(comment(one.doc, ""))
	fmt.Fprintf(b, "export interface %s {\n", g.tsClassName(one))
	for _, f := range functions {
		if f.method && f.class == one {
			g.at = f.pos
			b.WriteString(comment(f.doc, "\t"))
			for _, params := range g.tsParams(f) {
				fmt.Fprintf(b, "\t%s(%s): %s;\n", property(f.name), params, g.tsAnswer(f))
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("\t/** Lets the Go object go at once, rather than when this instance is collected. */\n\tfree(): void;\n\t[Symbol.dispose](): void;\n}\n\n")
}

func (g *generator) tsClassName(one *class) string {
	return g.ts.names[types.TypeString(one.object.Type(), nil)]
}

// tsCall is a function or a class of godeferred.go.
func (g *generator) tsCall(b *strings.Builder, f function, indent string) {
	if f.class == nil {
		for _, params := range g.tsParams(f) {
			fmt.Fprintf(b, "%s%s(%s): %s;\n", indent, property(f.name), params, g.tsAnswer(f))
		}
		return
	}
	name := g.tsClassName(f.class)
	fmt.Fprintf(b, "%s%s: {\n", indent, property(f.name))
	for _, params := range g.tsParams(f) {
		fmt.Fprintf(b, "%s\tnew (%s): %s;\n%s\t(%s): %s;\n", indent, params, name, indent, params, g.tsAnswer(f))
	}
	fmt.Fprintf(b, "%s\treadonly prototype: %s;\n%s};\n", indent, name, indent)
}

// tsExport is what the client exports.
func tsExport(name, local string) string {
	of := "GodeferredGo[" + jsString(name) + "]"
	if local != name {
		return fmt.Sprintf("declare const %s: %s;\nexport { %s as %s };\n", local, of, local, name)
	}
	return fmt.Sprintf("export declare const %s: %s;\n", name, of)
}

const callOptions = "{ signal?: AbortSignal; onProgress?: (value: any) => unknown }"

// tsParams are the lists of parameters: two for a variadic function with options, which can stand behind the rest, but
// not as optional ones.
func (g *generator) tsParams(f function) (lists []string) {
	var params []string
	used := map[string]bool{}
	for i, p := range f.params {
		name := tsName(p.name, i)
		for used[name] {
			name += "_"
		}
		used[name] = true
		if f.variadic && i == len(f.params)-1 {
			element := parenthesised(g.tsType(p.t.Underlying().(*types.Slice).Elem(), false, reads)) + "[]"
			before := strings.Join(append(slices.Clone(params), "..."+name+": "+element), ", ")
			lists = []string{before}
			if f.signals {
				rest := fmt.Sprintf("...%s: [...%s: %s, options: %s]", name, name, element, callOptions)
				lists = append(lists, strings.Join(append(slices.Clone(params), rest), ", "))
			}
			return lists
		}
		mark := ""
		if !f.variadic && trailingPointers(f.params[i:]) {
			mark = "?"
		}
		params = append(params, name+mark+": "+g.tsType(p.t, false, reads))
	}
	if f.signals {
		name := "options"
		if used[name] {
			name = "callOptions"
		}
		params = append(params, name+"?: "+callOptions)
	}
	return []string{strings.Join(params, ", ")}
}

// trailingPointers tells whether nothing but pointers are left, which can be left out.
func trailingPointers(params []param) bool {
	return !slices.ContainsFunc(params, func(p param) bool {
		_, is := p.t.Underlying().(*types.Pointer)
		return !is || promised(p.t) != nil
	})
}

// tsAnswer is the promise that a call answers.
func (g *generator) tsAnswer(f function) string {
	if f.promise != nil {
		return "DeferredPromise<[" + g.tsType(f.promise, false, writes) + "]>"
	}
	if len(f.results) == 0 {
		return "DeferredPromise<[void]>"
	}
	var results []string
	labelled := !slices.ContainsFunc(f.results, func(p param) bool { return p.name == "" || p.name == "_" })
	for i, p := range f.results {
		text := g.tsType(p.t, false, writes)
		if g.pointedClass(p.t) != nil && f.makes() {
			text = strings.TrimSuffix(text, " | null")
		}
		if labelled && len(f.results) > 1 {
			text = tsName(p.name, i) + ": " + text
		}
		results = append(results, text)
	}
	return "DeferredPromise<[" + strings.Join(results, ", ") + "]>"
}
