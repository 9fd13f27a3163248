package generate

import (
	"fmt"
	"go/types"
	"strings"
)

// callback reads a function of the page's.
func (g *generator) callback(t types.Type, sig *types.Signature, s spot) string {
	_, _, ok := g.resultsOf(sig, t, s)
	if !ok {
		return ""
	}
	return g.wrap(reads, t, false, func(name string) string {
		result, hasError, _ := g.resultsOf(sig, t, s)
		var b, params strings.Builder
		context := "nil"
		var arguments []string
		for i := range sig.Params().Len() {
			param := sig.Params().At(i)
			local := g.local(fmt.Sprintf("a%d", i))
			of := param.Type()
			if i > 0 {
				params.WriteString(", ")
			}
			last := sig.Variadic() && i == sig.Params().Len()-1
			if last {
				element := of.Underlying().(*types.Slice).Elem()
				fmt.Fprintf(&params, "%s ...%s", local, g.goType(element))
				one := g.local(fmt.Sprintf("a%d", i+1))
				arguments = append(arguments, fmt.Sprintf("\t\tfor _, %s := range %s {\n\t\t\t%s(%s.Arg(), %s)\n\t\t}\n", one, local, g.convert(writes, element, false, s), g.c, one))
				continue
			}
			fmt.Fprintf(&params, "%s %s", local, g.goType(of))
			if pathOf(of) == contextPath && i == 0 {
				context = local
				continue
			}
			arguments = append(arguments, fmt.Sprintf("\t\t%s(%s.Arg(), %s)\n", g.convert(writes, of, false, s), g.c, local))
		}
		var answer string
		switch {
		case result != nil && hasError:
			answer = fmt.Sprintf(" (%s, error)", g.goType(result))
		case result != nil:
			answer = " " + g.goType(result)
		case hasError:
			answer = " error"
		}
		fmt.Fprintf(&b, "func %s(%s %s) %s {\n\t%s := %s(%s)\n\treturn func(%s)%s {\n\t\t%s := %s.With(%s)\n%s", name, g.in, g.border("In"), g.goType(t),
			g.f, g.border("ReadCallback"), g.in, params.String(), answer, g.c, g.f, context, strings.Join(arguments, ""))
		if result == nil {
			fmt.Fprintf(&b, "\t\t%s.Invoke()\n", g.c)
		} else {
			fmt.Fprintf(&b, "\t\t%s := %s(%s.Invoke())\n", g.r, g.convert(reads, result, false, s), g.c)
		}
		switch {
		case result != nil && hasError:
			fmt.Fprintf(&b, "\t\treturn %s, %s.Err()\n", g.r, g.c)
		case result != nil:
			fmt.Fprintf(&b, "\t\t%s.Give()\n\t\treturn %s\n", g.c, g.r)
		case hasError:
			fmt.Fprintf(&b, "\t\treturn %s.Err()\n", g.c)
		default:
			fmt.Fprintf(&b, "\t\t%s.Give()\n", g.c)
		}
		b.WriteString("\t}\n}\n")
		return b.String()
	})
}

// local is the name of a local variable: the same in each function, and of nothing else in the file.
func (g *generator) local(base string) string {
	name, is := g.locals[base]
	if !is {
		name = g.unique(base)
		g.locals[base] = name
	}
	return name
}

// resultsOf splits the results of a callback.
func (g *generator) resultsOf(sig *types.Signature, t types.Type, s spot) (result types.Type, hasError, ok bool) {
	n := sig.Results().Len()
	if n > 0 && isError(sig.Results().At(n-1).Type()) {
		hasError = true
		n--
	}
	if n > 1 {
		g.refuse(t, reads, s, "a callback answers one value, and an error beside it: use a struct")
		return nil, false, false
	}
	if n == 1 {
		result = sig.Results().At(0).Type()
	}
	return result, hasError, true
}
