package page

import (
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Get reads a property of an object of the page's. A getter that throws gives an error here, where
// safejs.Value.Get would skip Go's deferred functions and end the program.
func Get(of safejs.Value, name string) (safejs.Value, error) {
	return invoke(reflectGet, safejs.Unsafe(of), name)
}

// Call calls a method of an object of the page's, reading it once. safejs.Value.Call would read it again
// if it threw, and a getter that throws, too, would end the program.
func Call(of safejs.Value, method string, args ...any) (safejs.Value, error) {
	fn, err := Get(of, method)
	if err != nil {
		return fn, err
	}
	return apply(fn, of, args...)
}

// global reads one of the page's globals; one that is missing is undefined. It has no error: a getter that throws
// ends the program.
func global(name string) safejs.Value { return safejs.Safe(js.Global().Get(name)) }

// New makes an object by one of the page's global constructors. What that throws is an Error.
func New(name string, args ...any) (safejs.Value, error) {
	object, err := global(name).New(args...)
	return object, Caught(err)
}

// Bytes makes a Uint8Array with a copy of b.
func Bytes(b []byte) (safejs.Value, error) {
	array, err := New("Uint8Array", len(b))
	if err == nil {
		_, err = safejs.CopyBytesToJS(array, b)
	}
	return array, err
}

// String reads a property of one of the platform's own objects. It is an error where that is no string.
func String(of safejs.Value, name string) (string, error) {
	value, err := Get(of, name)
	if err != nil {
		return "", err
	}
	if TypeOf(value) != safejs.TypeString {
		return "", Wrong(name, "a string", value)
	}
	return stringOf(value), nil
}

// apply calls a function, whatever it is, as a method of this.
func apply(fn, this safejs.Value, args ...any) (safejs.Value, error) {
	all := make([]any, 0, 2+len(args))
	all = append(all, safejs.Unsafe(fn), safejs.Unsafe(this))
	for _, arg := range args {
		if value, is := arg.(safejs.Value); is {
			arg = safejs.Unsafe(value)
		}
		all = append(all, arg)
	}
	return invoke(callOn, all...)
}

// lenientString reads a property of an object of the page's if it is a string; anything else gives "".
func lenientString(of safejs.Value, name string) string {
	value, _ := Get(of, name) // undefined where the getter throws
	return stringOf(value)
}

// stringOf returns a string of the page's; anything else gives "". (Value.String describes the type then, and panics
// for a BigInt.)
func stringOf(value safejs.Value) string {
	if TypeOf(value) != safejs.TypeString {
		return ""
	}
	return safejs.Unsafe(value).String()
}

// text returns a value as JavaScript's String function writes it.
func text(value safejs.Value) string {
	s, err := Call(safejs.Global(), "String", value)
	if err != nil { // an object whose toString throws
		return "an object that cannot be shown"
	}
	return stringOf(s)
}
