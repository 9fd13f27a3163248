package generate

import (
	"cmp"
	"fmt"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// constantsOf are the values of the constants of a named type of strings or integers, in the order of the source; nil
// for a type without any. If some are exported, only those count: the others are often the ends of ranges.
func (g *generator) constantsOf(t types.Type) (values []constant.Value) {
	named, is := types.Unalias(t).(*types.Named)
	if !is || named.Obj().Pkg() == nil || named.TypeArgs().Len() > 0 {
		return nil
	}
	basic, is := named.Underlying().(*types.Basic)
	if !is || basic.Info()&(types.IsString|types.IsInteger) == 0 {
		return nil
	}
	scope := named.Obj().Pkg().Scope()
	var found []*types.Const
	for _, name := range scope.Names() {
		if one, is := scope.Lookup(name).(*types.Const); is && types.Identical(one.Type(), named) {
			found = append(found, one)
		}
	}
	if exported := slices.DeleteFunc(slices.Clone(found), func(c *types.Const) bool { return !c.Exported() }); len(exported) > 0 {
		found = exported
	}
	slices.SortFunc(found, func(a, b *types.Const) int {
		return cmp.Or(comparePositions(g.pkg.Fset.Position(a.Pos()), g.pkg.Fset.Position(b.Pos())), strings.Compare(a.Name(), b.Name()))
	})
	seen := map[string]bool{}
	for _, one := range found {
		value := one.Val()
		switch value.Kind() {
		case constant.String:
			if !utf8.ValidString(constant.StringVal(value)) {
				return nil
			}
		case constant.Int:
			if n, exact := constant.Int64Val(value); !exact || n > 1<<53-1 || n < -(1<<53-1) {
				return nil // no number of a page's
			}
		default:
			return nil
		}
		if text := literal(value); !seen[text] {
			seen[text] = true
			values = append(values, value)
		}
	}
	return values
}

// literal is a constant as Go and TypeScript write it.
func literal(value constant.Value) string {
	if value.Kind() == constant.String {
		return jsString(constant.StringVal(value))
	}
	return value.ExactString()
}

// union reads one of the constants.
func (g *generator) union(t types.Type, under *types.Basic) string {
	kind := "Int"
	if under.Info()&types.IsString != 0 {
		kind = "String"
	}
	return g.wrap(reads, t, false, func(name string) string {
		var cases, texts []string
		for _, value := range g.constantsOf(t) {
			if value.Kind() == constant.String {
				cases = append(cases, strconv.Quote(constant.StringVal(value)))
			} else {
				cases = append(cases, value.ExactString())
			}
			texts = append(texts, literal(value))
		}
		expected := texts[0]
		if last := len(texts) - 1; last > 0 {
			expected = strings.Join(texts[:last], ", ") + " or " + texts[last]
		}
		return fmt.Sprintf("func %s(%s %s) %s {\n\t%s := %s[%s](%s)\n\tswitch %s {\n\tcase %s:\n\tdefault:\n\t\t%s.Wrong(%s)\n\t}\n\treturn %s\n}\n",
			name, g.in, g.border("In"), g.goType(t), g.v, g.border("Read"+kind), g.goType(t), g.in, g.v, strings.Join(cases, ", "), g.in, strconv.Quote(expected), g.v)
	})
}
