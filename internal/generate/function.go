package generate

import (
	"bytes"
	"fmt"
	"go/format"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// A function is an export whose signature is known.
type function struct {
	export
	context  bool
	params   []param
	variadic bool
	results  []param
	err      bool
	promise  types.Type // what its only result is a promise of; nil if it is none
	later    bool       // the page reads results when it has returned
	body     string     // of the Go function
	signals  bool       // the page can give options
}

// A param is a parameter or a result.
type param struct {
	name string // in Go; empty without one
	t    types.Type
}

// function reads an export's signature, and makes all that it needs.
func (g *generator) function(one export) function {
	f := function{export: one}
	sig := one.fn.Signature()
	f.variadic = sig.Variadic()
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		if i == 0 && pathOf(v.Type()) == contextPath {
			f.context = true
			continue
		}
		f.params = append(f.params, param{v.Name(), v.Type()})
	}
	for i := range sig.Results().Len() {
		v := sig.Results().At(i)
		if isError(v.Type()) && i == sig.Results().Len()-1 {
			f.err = true
			break
		}
		f.results = append(f.results, param{v.Name(), v.Type()})
	}
	if len(f.results) == 1 {
		f.promise = promised(f.results[0].t)
	}
	f.later = slices.ContainsFunc(f.results, func(p param) bool { return g.readsLater(p.t, map[string]bool{}) })
	f.signals = f.context && (!f.variadic || g.isFlat(f.params[len(f.params)-1].t))
	if before := len(g.problems.lines); !g.checkChannels(f) || len(g.problems.lines) > before {
		return f
	}
	f.body = g.exportBody(f)
	return f
}

// checkChannels refuses a channel as a parameter without a context, by whose end the function hears of an error.
func (g *generator) checkChannels(f function) bool {
	for i, p := range f.params {
		if of, is := p.t.Underlying().(*types.Chan); is && of.Dir() == types.RecvOnly && !f.context {
			g.refuse(p.t, reads, g.spotOf(f, i), "a channel cannot tell of errors: let the first parameter be a context.Context, which ends with one, or use iter.Seq2[T, error]")
			return false
		}
	}
	return true
}

// spotOf is the place of a parameter.
func (g *generator) spotOf(f function, i int) spot {
	sig := f.fn.Signature()
	at := i
	if f.context {
		at++
	}
	name := f.params[i].name
	if name == "" || name == "_" {
		name = strconv.Itoa(i + 1)
	}
	return spot{sig.Params().At(at), "the parameter " + name + " of " + f.fn.Name()}
}

// readsLater tells whether the page reads something of a t after the call: a sequence, a channel or a reader.
func (g *generator) readsLater(t types.Type, seen map[string]bool) bool {
	t = types.Unalias(t)
	key := types.TypeString(t, nil)
	if seen[key] || len(seen) > 1000 {
		return false
	}
	seen[key] = true
	switch pathOf(t) {
	case readerPath, closerPath:
		return true
	}
	if sequenceOf(t) != nil {
		return true
	}
	if special(t) || g.classOf(t) != nil {
		return false
	}
	if element := promised(t); element != nil {
		return g.readsLater(element, seen)
	}
	switch under := t.Underlying().(type) {
	case *types.Chan:
		return true
	case *types.Slice:
		return g.readsLater(under.Elem(), seen)
	case *types.Array:
		return g.readsLater(under.Elem(), seen)
	case *types.Map:
		return g.readsLater(under.Elem(), seen)
	case *types.Pointer:
		return g.readsLater(under.Elem(), seen)
	case *types.Struct:
		for i := range under.NumFields() {
			if g.readsLater(under.Field(i).Type(), seen) {
				return true
			}
		}
	}
	return false
}

// isFlat tells whether the elements of a slice are no objects in the page, so that one behind them is options.
func (g *generator) isFlat(slice types.Type) bool {
	element := slice.Underlying().(*types.Slice).Elem()
	if pathOf(element) == durationPath {
		return true
	}
	basic, is := element.Underlying().(*types.Basic)
	return is && basic.Kind() != types.UnsafePointer
}

// exportBody is the Go function that the page's calls come to.
func (g *generator) exportBody(f function) string {
	var b strings.Builder
	name := "export"
	if f.method {
		name += f.class.object.Name()
	}
	name = g.unique(name + title(f.fn.Name()))
	c := g.c
	fmt.Fprintf(&b, "func %s(%s *%s) {\n", name, c, g.border("Call"))
	if f.method {
		fmt.Fprintf(&b, "\t%s := %s[%s](%s, %s)\n", g.v, g.border("ReadThis"), g.goType(f.class.object.Type()), c, strconv.Quote(f.class.name))
	}
	var args []string
	options := len(f.params)
	switch {
	case f.variadic && f.signals:
		options = -1
	case f.variadic:
		options = -2
	}
	method := "Context"
	if f.later {
		method = "Keep"
	}
	switch {
	case f.context:
		ctx := g.local("ctx")
		fmt.Fprintf(&b, "\t%s := %s.%s(%d)\n", ctx, c, method, options)
		args = append(args, ctx)
	case f.later:
		fmt.Fprintf(&b, "\t%s.Keep(-2)\n", c)
	}
	used := map[string]bool{g.c: true, g.r: true, g.err: true, g.local("ctx"): true, g.v: f.method}
	for i := range f.results {
		used[g.local(fmt.Sprintf("r%d", i))] = true
	}
	for i, p := range f.params {
		local, shown := p.name, p.name
		if local == "" || local == "_" {
			local, shown = fmt.Sprintf("a%d", i), fmt.Sprintf("argument %d", i+1)
		}
		local = g.local(local)
		for used[local] {
			local = g.local(local + "_")
		}
		used[local] = true
		s := g.spotOf(f, i)
		if f.variadic && i == len(f.params)-1 {
			element := p.t.Underlying().(*types.Slice).Elem()
			fmt.Fprintf(&b, "\t%s := %s(%s, %d, %s, %t, %s)\n", local, g.border("ReadRest"), c, i, strconv.Quote(shown), f.signals, g.convert(reads, element, false, s))
			args = append(args, local+"...")
			continue
		}
		fmt.Fprintf(&b, "\t%s := %s(%s.Arg(%d, %s))\n", local, g.convert(reads, p.t, false, s), c, i, strconv.Quote(shown))
		args = append(args, local)
	}
	fmt.Fprintf(&b, "\tif !%s.Ready() {\n\t\treturn\n\t}\n", c)
	var results []string
	for i := range f.results {
		results = append(results, g.local(fmt.Sprintf("r%d", i)))
	}
	if len(results) == 1 {
		results[0] = g.r
	}
	all := slices.Clone(results)
	if f.err {
		all = append(all, g.err)
	}
	call := fmt.Sprintf("%s(%s)", g.callee(f), strings.Join(args, ", "))
	if len(all) > 0 {
		call = strings.Join(all, ", ") + " := " + call
	}
	failure := "nil"
	if f.err {
		failure = g.err
	}
	fmt.Fprintf(&b, "\t%s\n", call)
	if len(results) == 0 {
		if f.err {
			fmt.Fprintf(&b, "\t%s.Failed(%s)\n", c, failure)
		}
	} else {
		fmt.Fprintf(&b, "\tif %s.Failed(%s) {\n\t\treturn\n\t}\n", c, failure)
	}
	for i, p := range f.results {
		what := "the result of " + f.fn.Name()
		if len(f.results) > 1 {
			what = fmt.Sprintf("result %d of %s", i+1, f.fn.Name())
		}
		if of := g.pointedClass(p.t); of != nil && f.makes() {
			fmt.Fprintf(&b, "\t%s(%s.Result(), %s, %s)\n", g.border("WriteMade"), c, results[i], strconv.Quote(of.name))
			continue
		}
		fmt.Fprintf(&b, "\t%s(%s.Result(), %s)\n", g.convert(writes, p.t, false, spot{f.fn, what}), c, results[i])
	}
	b.WriteString("}\n")
	register := fmt.Sprintf("%s(%s, %s)", g.border("Export"), strconv.Quote(f.name), name)
	if f.method {
		register = fmt.Sprintf("%s(%s, %s, %s)", g.border("ExportMethod"), strconv.Quote(f.class.name), strconv.Quote(f.name), name)
	}
	g.exported = append(g.exported, register)
	return b.String()
}

// makes tells whether a nil pointer to a class is a mistake as a result: of a constructor, and where an error says why
// there is no instance.
func (f function) makes() bool { return len(f.results) == 1 && (f.err || f.class != nil && !f.method) }

// callee is the function as Go calls it.
func (g *generator) callee(f function) string {
	switch {
	case f.method:
		return g.v + "." + f.fn.Name()
	case f.fn.Pkg() != g.pkg.Types:
		return g.importOf(f.fn.Pkg().Path(), f.fn.Pkg().Name()) + "." + f.fn.Name()
	}
	return f.fn.Name()
}

// goFile is the whole file.
func (g *generator) goFile(functions []function) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(header + "\n//go:build js\n\npackage main\n\nimport (\n")
	paths := make([]string, 0, len(g.imports))
	for path := range g.imports {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int {
		// The standard library's first, in a group of their own, as gofmt's users write them.
		if isStandard(a) != isStandard(b) {
			if isStandard(a) {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for i, path := range paths {
		if i > 0 && !isStandard(path) && isStandard(paths[i-1]) {
			b.WriteString("\n")
		}
		name := g.imports[path]
		if name == path[strings.LastIndexByte(path, '/')+1:] {
			name = ""
		}
		fmt.Fprintf(&b, "\t%s %q\n", name, path)
	}
	b.WriteString(")\n\nfunc init() {\n")
	for _, one := range g.exported {
		fmt.Fprintf(&b, "\t%s\n", one)
	}
	b.WriteString("}\n")
	if len(g.fields) > 0 {
		b.WriteString("\n// The names of fields, which the page keeps.\nvar (\n")
		for _, name := range g.fields {
			fmt.Fprintf(&b, "\t%s = %s{Name: %s}\n", g.keys[name], g.border("Key"), strconv.Quote(name))
		}
		b.WriteString(")\n")
	}
	for _, f := range functions {
		b.WriteString("\n" + f.body)
	}
	for _, body := range g.bodies {
		b.WriteString("\n" + body)
	}
	text, err := format.Source(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("generated code cannot be formatted, which is a mistake of godeferred's: %w\n%s", err, b.Bytes())
	}
	return text, nil
}

func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
