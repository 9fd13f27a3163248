package ajax

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Values are named values in order, for Param:
//
//	ajax.Values{{"q", "green tea"}, {"page", 2}}
//
// A Go map has no order; where one is given its names are sorted.
type Values []Field

// A Field is a name and its value. The name is a string. The value is a string, a bool, a number, nil, Values or a
// map[string]any for an object, a []any or a []string for a list, or a func() any that returns one of the simple ones.
// Anything else counts as empty.
//
// It is an array, not a struct, so that a literal needs no names and go vet accepts it.
type Field [2]any

func (f Field) name() string { return text(f[0]) }

// Param writes values as a query string, as jQuery's param does: members of members are in brackets,
// "a[b]=1" and "a[]=1". Traditional repeats the name of a list instead, "a=1&a=2", as old servers want
// it, and looks no deeper.
//
// web/src/ajax/param.js is the same for the page's values, and one table of cases is tried on both.
func Param(values Values, traditional bool) string {
	var b paramBuilder
	for _, field := range values {
		b.build(field.name(), field[1], traditional)
	}
	return strings.Join(b, "&")
}

type paramBuilder []string

func (b *paramBuilder) build(name string, value any, traditional bool) {
	switch v := value.(type) {
	case []string:
		list := make([]any, len(v))
		for i, one := range v {
			list[i] = one
		}
		b.build(name, list, traditional)
	case []any:
		for i, member := range v {
			// A name that ends in [] says what to do with a list, so its members are taken as they are.
			if traditional || strings.HasSuffix(name, "[]") {
				b.add(name, member)
				continue
			}
			index := ""
			switch member.(type) {
			case []any, []string, Values, map[string]any:
				index = strconv.Itoa(i)
			}
			b.build(name+"["+index+"]", member, false)
		}
	case map[string]any:
		b.build(name, sorted(v), traditional)
	case Values:
		if traditional {
			b.add(name, nil)
			return
		}
		for _, field := range v {
			b.build(name+"["+field.name()+"]", field[1], false)
		}
	default:
		b.add(name, value)
	}
}

// sorted puts each where it belongs, one by one: forms are short, and slices.SortFunc is 3 kB more with brotli.
func sorted(of map[string]any) Values {
	values := make(Values, 0, len(of))
	for name, value := range of {
		at := len(values)
		for at > 0 && name < values[at-1].name() {
			at--
		}
		values = slices.Insert(values, at, Field{name, value})
	}
	return values
}

func (b *paramBuilder) add(name string, value any) {
	if fn, is := value.(func() any); is {
		value = fn()
	}
	*b = append(*b, encodeComponent(name)+"="+encodeComponent(text(value)))
}

// text writes a value as JavaScript does.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return number(v)
	}
	return ""
}

func number(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "Infinity"
	case math.IsInf(v, -1):
		return "-Infinity"
	}
	if size := math.Abs(v); size != 0 && (size >= 1e21 || size < 1e-6) {
		s := strconv.FormatFloat(v, 'e', -1, 64)
		mantissa, exponent, _ := strings.Cut(s, "e")
		return mantissa + "e" + exponent[:1] + strings.TrimLeft(exponent[1:], "0")
	}
	if v == 0 {
		v = 0 // there is no minus in -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// encodeComponent is JavaScript's encodeURIComponent.
func encodeComponent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || strings.IndexByte("-.!~*'()", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
