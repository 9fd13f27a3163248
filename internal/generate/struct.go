package generate

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A field is what a struct has in the page, as encoding/json would name it.
type field struct {
	name     string // in the page
	object   *types.Var
	path     []string // how Go gets there: names of embedded structs, and its own
	pointers []int    // which of these are pointers to structs
	made     []types.Type
	tagged   bool
	omit     string // the option that leaves it out: omitempty or omitzero
	big      bool
}

// optional tells whether a page may leave it out.
func (f field) optional() bool { return f.omit != "" || len(f.pointers) > 0 }

// fieldsOf lists the fields by the rules of encoding/json: those of embedded structs count as the struct's own, unless
// one that is less deep, or is the only one with a tag, has the name.
func (g *generator) fieldsOf(t types.Type, under *types.Struct, d direction, s spot) (fields []field, ok bool) {
	type embedded struct {
		of   *types.Struct
		from field
		name types.Type
	}
	ok = true
	var found []field
	visited := map[string]bool{types.TypeString(t, nil): true}
	for level := []embedded{{of: under}}; len(level) > 0; {
		var next []embedded
		met := map[string]bool{}
		for _, in := range level {
			for i := range in.of.NumFields() {
				object := in.of.Field(i)
				tag := reflect.StructTag(in.of.Tag(i))
				name, options, _ := strings.Cut(tag.Get("json"), ",")
				if tag.Get("json") == "-" || object.Name() == "_" {
					continue
				}
				one := field{
					name: name, object: object, tagged: name != "", path: append(slices.Clone(in.from.path), object.Name()),
					pointers: slices.Clone(in.from.pointers), made: slices.Clone(in.from.made), big: tag.Get("godeferred") == "bigint",
				}
				if object.Embedded() && name == "" {
					inner := types.Unalias(object.Type())
					pointer, isPointer := inner.(*types.Pointer)
					if isPointer {
						inner = types.Unalias(pointer.Elem())
					}
					if of := g.classOf(inner); of != nil {
						g.wrong(s.object.Pos(), "%s embeds %s, a class of the page's, whose fields stay in Go: give it a name, as in `json:\"%s\"`", types.TypeString(t, g.shortName), object.Name(), pageName(object.Name()))
						ok = false
						continue
					}
					if of, is := inner.Underlying().(*types.Struct); is && !special(inner) {
						if object.Pkg() != g.pkg.Types && !object.Exported() {
							g.wrong(s.object.Pos(), "%s embeds %s, which its package does not export: use a struct without it", types.TypeString(t, g.shortName), object.Name())
							ok = false
							continue
						}
						if isPointer {
							one.pointers = append(one.pointers, len(one.path)-1)
							one.made = append(one.made, inner)
						}
						key := types.TypeString(inner, nil)
						if !visited[key] {
							next = append(next, embedded{of, one, inner})
							met[key] = true
						}
						continue
					}
				}
				if !object.Exported() {
					continue
				}
				if problem := one.options(options, tag); problem != "" {
					g.wrong(g.fieldPos(object, s), "the field %s has %s", object.Name(), problem)
					ok = false
					continue
				}
				if one.name == "" {
					one.name = object.Name()
				}
				found = append(found, one)
			}
		}
		for key := range met {
			visited[key] = true
		}
		level = next
	}
	return dominant(found), ok
}

// options reads what stands behind the name.
func (f *field) options(options string, tag reflect.StructTag) (problem string) {
	for option := range strings.SplitSeq(options, ",") {
		switch option {
		case "":
		case "omitempty", "omitzero":
			if f.omit == "" || option == "omitzero" {
				f.omit = option
			}
		case "string":
			return "the json option string, which is not supported: let the field be a string"
		default:
			return "the unknown json option " + strconv.Quote(option)
		}
	}
	if !utf8.ValidString(f.name) {
		return "a json name that is not valid UTF-8"
	}
	if value, has := tag.Lookup("godeferred"); has && value != "bigint" {
		return "the unknown tag godeferred:" + strconv.Quote(value) + ": there is bigint"
	}
	if f.big && !holdsBig(f.object.Type()) {
		return "the tag bigint, which is for int64 and uint64, and for pointers and slices of them"
	}
	return ""
}

func holdsBig(t types.Type) bool {
	if isBig(t) {
		return true
	}
	switch of := types.Unalias(t).(type) {
	case *types.Pointer:
		return holdsBig(of.Elem())
	case *types.Slice:
		return holdsBig(of.Elem())
	case *types.Array:
		return holdsBig(of.Elem())
	case *types.Map:
		return holdsBig(of.Elem())
	}
	return false
}

// dominant leaves one field for each name, or none where Go cannot tell which.
func dominant(found []field) (fields []field) {
	for i, one := range found {
		wins := true
		for k, other := range found {
			if i == k || other.name != one.name {
				continue
			}
			switch {
			case len(other.path) < len(one.path):
				wins = false
			case len(other.path) == len(one.path) && (other.tagged || !one.tagged):
				wins = false
			}
		}
		if wins {
			fields = append(fields, one)
		}
	}
	return fields
}

// fieldPos is where a field is, if its source is known; otherwise where it is asked for.
func (g *generator) fieldPos(object *types.Var, s spot) (pos token.Pos) {
	if object.Pkg() == g.pkg.Types {
		return object.Pos()
	}
	return s.object.Pos()
}

// structure reads or writes a struct.
func (g *generator) structure(d direction, t types.Type, under *types.Struct, s spot) string {
	return g.wrap(d, t, false, func(name string) string {
		fields, ok := g.fieldsOf(t, under, d, s)
		if !ok {
			return ""
		}
		if len(fields) == 0 && under.NumFields() > 0 {
			advice := "it has no exported fields"
			if named, is := types.Unalias(t).(*types.Named); is && named.Obj().Pkg() == g.pkg.Types {
				advice += ": let " + directive + " stand above the type, for a class of the page's, or export fields"
			}
			g.refuse(t, d, s, advice)
			return ""
		}
		var b strings.Builder
		if d == reads {
			all := g.unique("fieldsOf" + g.nameOf(t))
			keys := make([]string, len(fields))
			for i, f := range fields {
				keys[i] = "&" + g.key(f.name)
			}
			fmt.Fprintf(&b, "var %s = %s{Keys: []*%s{%s}}\n\n", all, g.border("Fields"), g.border("Key"), strings.Join(keys, ", "))
			fmt.Fprintf(&b, "func %s(%s %s) (%s %s) {\n\tif !%s.Enter(&%s) {\n\t\treturn %s\n\t}\n", name, g.in, g.border("In"), g.v, g.goType(t), g.in, all, g.v)
		} else {
			fmt.Fprintf(&b, "func %s(%s *%s, %s %s) {\n\tif !%s.Object() {\n\t\treturn\n\t}\n", name, g.out, g.border("Out"), g.v, g.goType(t), g.out)
		}
		for _, f := range fields {
			at := s
			if f.object.Pkg() == g.pkg.Types {
				at = spot{f.object, "the field " + f.object.Name()}
			} else {
				at.what = "the field " + f.object.Name() + " of " + types.TypeString(t, g.shortName)
			}
			convert := g.convert(d, f.object.Type(), f.big, at)
			if d == reads {
				g.readField(&b, f, convert)
			} else {
				g.writeField(&b, f, convert, at)
			}
		}
		if d == reads {
			fmt.Fprintf(&b, "\t%s.End()\n\treturn %s\n}\n", g.in, g.v)
		} else {
			fmt.Fprintf(&b, "\t%s.End()\n}\n", g.out)
		}
		return b.String()
	})
}

// selector is the Go expression of the first n parts of a field's path.
func (g *generator) selector(f field, n int) string {
	return g.v + "." + strings.Join(f.path[:n], ".")
}

func (g *generator) readField(b *strings.Builder, f field, convert string) {
	whole := g.selector(f, len(f.path))
	if !f.optional() {
		fmt.Fprintf(b, "\t%s = %s(%s.Field(&%s))\n", whole, convert, g.in, g.key(f.name))
		return
	}
	fmt.Fprintf(b, "\tif %s := %s.Field(&%s); %s.Given() {\n", g.f, g.in, g.key(f.name), g.f)
	for i, at := range f.pointers {
		part := g.selector(f, at+1)
		fmt.Fprintf(b, "\t\tif %s == nil {\n\t\t\t%s = new(%s)\n\t\t}\n", part, part, g.goType(f.made[i]))
	}
	fmt.Fprintf(b, "\t\t%s = %s(%s)\n\t}\n", whole, convert, g.f)
}

func (g *generator) writeField(b *strings.Builder, f field, convert string, s spot) {
	whole := g.selector(f, len(f.path))
	var conditions []string
	for _, at := range f.pointers {
		conditions = append(conditions, g.selector(f, at+1)+" != nil")
	}
	if f.omit != "" {
		condition, ok := g.isThere(f, whole)
		if !ok {
			g.wrong(g.fieldPos(f.object, s), "the field %s has the option omitzero, and its type no way to tell: give it a method IsZero() bool", f.object.Name())
		}
		if condition != "" {
			conditions = append(conditions, condition)
		}
	}
	indent := "\t"
	if len(conditions) > 0 {
		fmt.Fprintf(b, "\tif %s {\n", strings.Join(conditions, " && "))
		indent = "\t\t"
	}
	fmt.Fprintf(b, "%s%s.Field(&%s)\n%s%s(%s, %s)\n", indent, g.out, g.key(f.name), indent, convert, g.out, whole)
	if len(conditions) > 0 {
		b.WriteString("\t}\n")
	}
}

// key is the variable of a field's name.
func (g *generator) key(name string) string {
	variable, is := g.keys[name]
	if !is {
		letters := strings.Map(func(r rune) rune {
			if r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, name)
		if letters == "" || unicode.IsDigit([]rune(letters)[0]) {
			letters = "_" + letters
		}
		variable = g.unique(letters + "Key")
		g.keys[name] = variable
		g.fields = append(g.fields, name)
	}
	return variable
}

// isThere is the condition under which a field is written. Without one, it is always.
func (g *generator) isThere(f field, whole string) (condition string, ok bool) {
	t := f.object.Type()
	if f.omit == "omitzero" {
		if method, _, _ := types.LookupFieldOrMethod(t, true, f.object.Pkg(), "IsZero"); method != nil {
			if fn, is := method.(*types.Func); is {
				sig := fn.Type().(*types.Signature)
				if sig.Params().Len() == 0 && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.Bool]) {
					if _, pointer := t.Underlying().(*types.Pointer); pointer {
						return whole + " != nil && !" + whole + ".IsZero()", true
					}
					return "!" + whole + ".IsZero()", true
				}
			}
		}
	}
	switch under := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case under.Info()&types.IsBoolean != 0:
			return whole, true
		case under.Info()&types.IsString != 0:
			return whole + ` != ""`, true
		}
		return whole + " != 0", true
	case *types.Slice, *types.Map:
		if f.omit == "omitzero" {
			return whole + " != nil", true
		}
		return "len(" + whole + ") != 0", true
	case *types.Pointer, *types.Interface, *types.Signature, *types.Chan:
		return whole + " != nil", true
	case *types.Array:
		if f.omit == "omitempty" {
			if under.Len() == 0 {
				return "false", true
			}
			return "", true
		}
	case *types.Struct:
		if f.omit == "omitempty" {
			return "", true // as encoding/json: a struct is never empty
		}
	}
	if types.Comparable(t) {
		return whole + " != (" + g.goType(t) + "{})", true
	}
	return "", false
}
