//go:build js && wasm

package page

import (
	"github.com/hack-pad/safejs"
)

// Get reads a property of a stranger's object. A getter that throws gives an error here, where
// safejs.Value.Get would skip Go's deferred functions.
func Get(of safejs.Value, name string) (safejs.Value, error) {
	reflect, err := safejs.Global().Get("Reflect")
	if err != nil {
		return safejs.Undefined(), err
	}
	value, err := reflect.Call("get", of, name)
	return value, Caught(err)
}

// stringAt reads a property that is a string; anything else gives "".
func stringAt(of safejs.Value, name string) string {
	value, err := Get(of, name)
	if err != nil || TypeOf(value) != safejs.TypeString {
		return ""
	}
	s, err := value.String()
	if err != nil {
		return ""
	}
	return s
}

// text returns a value as JavaScript's String function writes it.
func text(value safejs.Value) string {
	convert, err := safejs.Global().Get("String")
	if err != nil {
		return ""
	}
	s, err := convert.Invoke(value)
	if err != nil { // an object whose toString throws
		return "an object that cannot be shown"
	}
	out, err := s.String()
	if err != nil {
		return ""
	}
	return out
}
