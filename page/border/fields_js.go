package border

import (
	"encoding/binary"
	"math"
	"strings"
	"syscall/js"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// Fields are those of a struct. The page's object gives all of them at once: each property that is asked for by itself
// takes 1 µs, and a string 4 more.
type Fields struct {
	Keys []*Key

	names js.Value // an array of the page's
}

// inside is what an object has given, in the order of its fields.
type inside struct {
	rest   string   // what is written of the fields that were not read yet: see web/src/program/memory.js
	values js.Value // all fields, where some are only there
	used   int      // how many were read
	large  bool     // a field that the program keeps would hold the text of all
}

// large is the length of a text, in bytes, above which its strings are copies.
const large = 1024

// What stands before each field.
const (
	aNumber = iota + 1
	aText
	aFalse
	aTrue
	anUndefined
	aNull
	another
)

// read takes the fields. It answers false for an array, and where a getter throws.
func (f *Fields) read(in *In) bool {
	if f.names.IsUndefined() {
		names := make([]any, len(f.Keys))
		for i, key := range f.Keys {
			names[i] = key.inPage()
		}
		f.names = js.ValueOf(names)
	}
	written, values, is, err := seam.Fields(in.boxed, f.names)
	if err != nil {
		in.r.err = err
		return false
	}
	in.inside = &inside{rest: written, values: values, large: len(written) > large}
	return is
}

// next reads the next field.
func (i *inside) next(field *In) {
	what := i.rest[0]
	i.rest = i.rest[1:]
	switch what {
	case aNumber:
		field.form, field.number = isNumber, math.Float64frombits(binary.LittleEndian.Uint64([]byte(i.rest[:8])))
		i.rest = i.rest[8:]
	case aText:
		n := binary.LittleEndian.Uint32([]byte(i.rest[:4]))
		field.form, field.text = isText, i.rest[4:4+n]
		i.rest = i.rest[4+n:]
		if i.large {
			field.text = strings.Clone(field.text)
		}
	case aFalse, aTrue:
		field.value = safejs.Safe(js.ValueOf(what == aTrue))
	case aNull:
		field.value = safejs.Null()
	case another:
		field.value = safejs.Safe(i.values.Index(i.used))
	}
	i.used++
}
