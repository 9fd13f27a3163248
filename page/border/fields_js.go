package border

import (
	"strconv"
	"strings"
	"syscall/js"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// Fields are those of a struct. The page's object gives all of them at once: each property that is asked for by itself
// takes 1 µs, and a string 2 more.
type Fields struct {
	Keys []*Key

	names js.Value // an array of the page's
}

// inside is what an object has given, in the order of its fields: see web/src/program/fields.js.
type inside struct {
	rest   string   // one field after the other, between NULs
	others js.Value // what has no text, from the second one on
	used   int      // of those
	large  bool     // a field that the program keeps would hold the text of all
}

// large is the length of a text, in bytes, above which its strings are copies.
const large = 1024

// of is nil in a program that godeferred's script has not started, as in tests.
func (f *Fields) of(in *In) *inside {
	if !seam.Linked() {
		return nil
	}
	if f.names.IsUndefined() {
		names := make([]any, len(f.Keys))
		for i, key := range f.Keys {
			names[i] = key.inPage()
		}
		f.names = js.ValueOf(names)
	}
	given, err := seam.Fields(in.boxed, f.names)
	if err != nil {
		in.r.err = err
		return nil
	}
	all := inside{others: given}
	if given.Type() == js.TypeString {
		all.rest = given.String()
	} else {
		all.rest = given.Index(0).String()
	}
	all.large = len(all.rest) > large
	return &all
}

// next reads the next field.
func (i *inside) next(field *In) {
	text, rest, _ := strings.Cut(i.rest, "\x00")
	i.rest = rest
	switch text[0] {
	case '"':
		field.text, field.isText = text[1:], true
		if i.large {
			field.text = strings.Clone(field.text)
		}
	case 'o':
		i.used++
		field.value = safejs.Safe(i.others.Index(i.used))
	case 'n':
		field.value = safejs.Null()
	case 't', 'f':
		field.value = safejs.Safe(js.ValueOf(text == "t"))
	case '=':
		f, _ := strconv.ParseFloat(text[1:], 64)
		field.value = safejs.Safe(js.ValueOf(f))
	}
}
