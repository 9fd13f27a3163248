package border

import (
	"strconv"
	"strings"
	"syscall/js"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// deepest is how deep values may be nested. What holds itself has no end, and a recursion without one exhausts the
// page's stack, which ends the program.
const deepest = 100

// here stands for the value's place in texts, until the path to it is known.
const here = "\x00"

// A reading is under way: of the arguments of a call, of what a callback answers, or of an element of a sequence. It
// keeps the first error, so that generated code checks once, at the end.
type reading struct {
	call  *Call
	depth int
	err   error  // what the page threw
	text  string // what is wrong with a value, which is at
	path  string // in its parameter, from the inside out
}

// right tells whether all was right until now.
func (r *reading) right() bool { return r.err == nil && r.text == "" }

// problem is the error, or nil.
func (r *reading) problem() error {
	if r.text == "" {
		return r.err
	}
	before, after, _ := strings.Cut(r.text, here) // strings.Replace takes more of the program than all of this file
	return wrong.TypeError(r.call.function + ": " + before + r.path + after)
}

// within says that the wrong value is inside of another one.
func (r *reading) within(name string, index int) {
	if r.text == "" {
		return
	}
	if r.path != "" && r.path[0] != '[' {
		r.path = "." + r.path
	}
	r.path = step(name, index) + r.path
}

// step is a part of a path.
func step(name string, index int) string {
	switch {
	case index == outermost, isName(name):
		return name
	case name == "" && index != ofKey:
		return "[" + strconv.Itoa(index) + "]"
	}
	return "[" + wrong.Quote(name) + "]"
}

// In place of an index.
const (
	outermost = -1 // the name is that of a parameter, or says in words what it is
	ofKey     = -2 // the name is a key, which can be empty
)

// isName tells whether a key can stand behind a dot.
func isName(key string) bool {
	for _, r := range key {
		if !(r == '_' || r == '$' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127) {
			return false
		}
	}
	return key != ""
}

// An In is a value that is being read, and its place in the one around it: a name, or an index where that is empty.
type In struct {
	r      *reading
	value  safejs.Value
	form   form // of a value that came with the other fields of its object
	text   string
	number float64
	boxed  any // the value as an argument for the page, where Enter has been called
	name   string
	index  int
	inside *inside
}

// A form says where the value of an In is.
type form byte

const (
	isValue form = iota
	isText
	isNumber
)

// js is the value in the page.
func (in In) js() safejs.Value {
	switch in.form {
	case isText:
		return safejs.Safe(js.ValueOf(seam.Text(in.text)))
	case isNumber:
		return safejs.Safe(js.ValueOf(in.number))
	}
	return in.value
}

// Right tells whether all was right until now.
func (in In) Right() bool { return in.r.right() }

// Given tells whether the value is there: it is not undefined.
func (in In) Given() bool { return in.form != isValue || !in.value.IsUndefined() }

// isNothing tells whether the value is undefined or null.
func (in In) isNothing() bool {
	return in.form == isValue && (in.value.IsUndefined() || in.value.IsNull())
}

// Wrong says that the value is not what it must be. Only the first of a call counts.
func (in In) Wrong(expected string) { in.take(seam.Wrong(here, expected, in.js())) }

// take keeps an error whose text has here in place of the path.
func (in In) take(err error) {
	if err == nil || !in.Right() {
		return
	}
	text, is := err.(wrong.TypeError)
	if !is || !strings.Contains(string(text), here) {
		in.r.err = err
		return
	}
	in.r.text = string(text)
	// An item of a slice of numbers is counted from 1 in words, and from 0 in paths.
	if rest, is := strings.CutPrefix(in.r.text, "item "); is {
		if number, rest, is := strings.Cut(rest, " of "+here); is {
			if n, err := strconv.Atoi(number); err == nil {
				in.r.text = here + step("", n-1) + rest
			}
		}
	}
	in.r.within(in.name, in.index)
}

// Enter begins to read the inside of an object, whose fields are then read by Field, each and in their order. End ends
// it, if Enter has answered true.
func (in *In) Enter(fields *Fields) bool {
	if !seam.Linked() {
		return in.enter() // fields are read one by one in a program that godeferred's script has not started, as in tests
	}
	if !in.isObject() {
		return false
	}
	is := fields.read(in)
	if in.Right() && !is {
		in.Wrong("an object")
	}
	return in.Right() && in.deeper()
}

// enter is Enter for what has no Fields.
func (in *In) enter() bool {
	if !in.isObject() {
		return false
	}
	if isArray(in.value) {
		in.Wrong("an object")
		return false
	}
	return in.deeper()
}

// isObject tells whether the value is an object or an array.
func (in *In) isObject() bool {
	if !in.Right() {
		return false
	}
	if in.form != isValue || seam.TypeOf(in.value) != safejs.TypeObject {
		in.Wrong("an object")
		return false
	}
	in.boxed = safejs.Unsafe(in.value)
	return true
}

func (in In) deeper() bool {
	if in.r.depth == deepest {
		in.take(wrong.TypeError(here + " is more than " + strconv.Itoa(deepest) + " deep, or holds itself"))
		return false
	}
	in.r.depth++
	return true
}

// End ends what Enter has begun.
func (in In) End() {
	in.r.depth--
	in.r.within(in.name, in.index)
}

// Field is a property of an object that was entered.
func (in *In) Field(key *Key) In {
	field := In{r: in.r, value: undefined, name: key.Name}
	switch {
	case !in.Right():
	case in.inside != nil:
		in.inside.next(&field)
	default:
		field.value = in.get(key.inPage())
	}
	return field
}

// item is an element of an array.
func (in *In) item(i int) In {
	item := In{r: in.r, value: undefined, index: i}
	if in.Right() {
		item.value = in.get(i)
	}
	return item
}

// get reads a property. What a getter throws ends the call.
func (in *In) get(key any) safejs.Value {
	if in.boxed == nil {
		in.boxed = safejs.Unsafe(in.value)
	}
	value, err := invoke(reflectGet, in.boxed, key)
	if err != nil {
		in.r.err = err
	}
	return value
}

var (
	undefined  = safejs.Undefined()
	reflectGet = js.Global().Get("Reflect").Get("get")
	arrayClass = js.Global().Get("Array")
	arrayTest  = arrayClass.Get("isArray")
)

func isArray(value safejs.Value) bool {
	is, err := invoke(arrayTest, safejs.Unsafe(value)) // it throws for a revoked proxy
	yes, _ := is.Bool()
	return yes && err == nil
}

// invoke calls a function of the page's. What it throws is an error.
func invoke(fn js.Value, args ...any) (value safejs.Value, err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case js.Error:
			value, err = undefined, seam.AsError(safejs.Safe(p.Value))
		default:
			panic(p)
		}
	}()
	return safejs.Safe(fn.Invoke(args...)), nil
}

// apply calls a function that the page has given.
func apply(fn safejs.Value, args ...safejs.Value) (safejs.Value, error) {
	all := make([]any, len(args))
	for i, arg := range args {
		all[i] = safejs.Unsafe(arg)
	}
	return invoke(safejs.Unsafe(fn), all...)
}
