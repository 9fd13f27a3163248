package border

import (
	"strconv"
	"syscall/js"
	"unicode/utf8"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// An Out is a value that is being written for the page. It is written as JSON, which crosses in one call, where each
// property that is set would be another: a thousand structs take a tenth of the time. What JSON has not (a Date, a
// typed array, NaN) is a hole, which is filled afterwards.
type Out struct {
	call  *Call
	name  string // of the whole, in errors
	json  seam.JSON
	path  []place
	near  [4]place // what path is of, unless it is deep
	outer int      // how deep the whole itself is: see apart
	holes []hole
	whole safejs.Value // where there is nothing around it
	is    bool         // whole is there
	err   error
}

// A place is where the value stands in one around it: a field's name, or an index.
type place struct {
	name    string
	index   int
	isField bool
}

type hole struct {
	path  []place
	value safejs.Value
}

// Right tells whether all was right until now.
func (o *Out) Right() bool { return o.err == nil }

// wrong keeps an error, whose text goes on behind the path.
func (o *Out) wrong(text string) {
	if o.err != nil {
		return
	}
	o.err = wrong.TypeError(o.call.function + ": " + o.where() + text)
}

// where is the path to what is being written.
func (o *Out) where() string {
	path := o.name
	for _, at := range o.path {
		if !at.isField || !isName(at.name) {
			path += step(at.name, at.index)
		} else {
			path += "." + at.name
		}
	}
	return path
}

// fail keeps an error about the value that is being written.
func (o *Out) fail(err error) {
	if _, is := err.(wrong.TypeError); is {
		o.wrong(": " + err.Error())
	} else if o.err == nil {
		o.err = err
	}
}

// Object begins an object. It answers false where all ends: something is wrong, or too deep.
func (o *Out) Object() bool { return o.open('{') }

// List begins an array: see Object.
func (o *Out) List() bool { return o.open('[') }

func (o *Out) open(bracket byte) bool {
	if !o.Right() {
		return false
	}
	if o.outer+len(o.path) == deepest {
		o.wrong(" is more than " + strconv.Itoa(deepest) + " deep, or holds itself")
		return false
	}
	if len(o.path) == 0 {
		o.json, o.path = seam.NewJSON(), o.near[:0]
	}
	o.json = append(o.json, bracket)
	o.path = append(o.path, place{index: -1})
	return true
}

// Field says which property is written next.
func (o *Out) Field(key *Key) {
	o.property(key.Name)
	o.json = append(o.json, key.inJSON()...)
}

// key is Field for a key of a map. It answers false for one that JSON writes with a backslash: its value is written
// apart, because V8 can take such a key for another (https://issues.chromium.org/issues/521080746).
func (o *Out) key(name string) bool {
	for i := range len(name) {
		if isEscaped(name[i]) {
			return false
		}
	}
	o.property(name)
	if !utf8.ValidString(name) {
		o.wrong(": the key must be valid UTF-8")
	}
	o.json = append(appendQuoted(o.json, name), ':')
	return true
}

// apart has write write the value of a key, which becomes a hole.
func (o *Out) apart(name string, write func(*Out)) {
	at := &o.path[len(o.path)-1]
	before := *at
	*at = place{name, ofKey, true}
	defer func() { *at = before }()
	if !utf8.ValidString(name) {
		o.wrong(": the key must be valid UTF-8")
		return
	}
	inner := &Out{call: o.call, name: o.where(), outer: o.outer + len(o.path)}
	write(inner)
	value, err := inner.finish()
	if err != nil {
		o.err = err // which names the place
		return
	}
	o.holes = append(o.holes, hole{append([]place(nil), o.path...), value})
}

func (o *Out) property(name string) {
	at := &o.path[len(o.path)-1]
	if at.isField {
		o.json = append(o.json, ',')
	}
	*at = place{name, ofKey, true}
}

// Item says that the next element is written next.
func (o *Out) Item() {
	at := &o.path[len(o.path)-1]
	if at.index++; at.index > 0 {
		o.json = append(o.json, ',')
	}
}

// End ends an object; EndList an array.
func (o *Out) End() { o.close('}') }

// EndList ends what List has begun.
func (o *Out) EndList() { o.close(']') }

func (o *Out) close(bracket byte) {
	o.path = o.path[:len(o.path)-1]
	o.json = append(o.json, bracket)
}

// put writes a value of the page's.
func (o *Out) put(value safejs.Value) {
	if len(o.path) == 0 {
		o.whole, o.is = value, true
		return
	}
	o.json = append(o.json, "null"...)
	o.holes = append(o.holes, hole{append([]place(nil), o.path...), value})
}

// take writes a value of the page's, or keeps the error.
func (o *Out) take(value safejs.Value, err error) {
	if err != nil {
		o.fail(err)
		return
	}
	o.put(value)
}

// isText tells whether the text is all of the value.
func (o *Out) isText() bool {
	return o.err == nil && !o.is && len(o.json) > 0 && len(o.holes) == 0
}

// finish is the value.
func (o *Out) finish() (safejs.Value, error) {
	if o.err != nil || o.is {
		return o.whole, o.err
	}
	if len(o.json) == 0 { // nothing was written
		return undefined, nil
	}
	whole, err := o.json.Parse()
	o.json = nil
	if err != nil {
		return whole, err
	}
	return whole, fill(whole, o.holes)
}

// fill puts in what JSON has not. Holes come in the order of the text, so that each has most of its path in common with
// the one before.
func fill(whole safejs.Value, holes []hole) error {
	at := []safejs.Value{whole}
	var before []place
	for _, h := range holes {
		inner := len(h.path) - 1
		same := 0
		for same < min(inner, len(before)) && before[same].index == h.path[same].index && before[same].name == h.path[same].name {
			same++
		}
		at = at[:same+1]
		for _, p := range h.path[same:inner] {
			value, err := invoke(reflectGet, safejs.Unsafe(at[len(at)-1]), p.key())
			if err != nil {
				return err
			}
			at = append(at, value)
		}
		before = h.path[:inner]
		if _, err := invoke(reflectSet, safejs.Unsafe(at[inner]), h.path[inner].key(), safejs.Unsafe(h.value)); err != nil {
			return err
		}
	}
	return nil
}

func (p place) key() any {
	if p.isField {
		return seam.Text(p.name)
	}
	return p.index
}

var (
	reflectSet  = js.Global().Get("Reflect").Get("set")
	objectClass = js.Global().Get("Object")
)

func isEscaped(c byte) bool { return c < ' ' || c == '"' || c == '\\' }

// appendQuoted writes a string as JSON, which a page's strings are when they are written with quotes.
func appendQuoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if !isEscaped(c) {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		if c >= ' ' {
			b = append(b, '\\', c)
		} else {
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// Value writes a value of the page's as it is.
func (o *Out) Value(value safejs.Value) { o.put(value) }

// null writes what a nil pointer is.
func (o *Out) null() {
	if len(o.path) == 0 {
		o.put(safejs.Null())
		return
	}
	o.json = append(o.json, "null"...)
}

func (o *Out) pageValue(v any) { o.take(seam.Value(v)) }
