package page

import (
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Fields are properties of an object, by an array of their names: a text, or an array of a text and of what has none. See
// web/src/program/fields.js. What a getter throws is an error.
func Fields(object any, names js.Value) (js.Value, error) {
	given, err := invoke(link.fields, object, names)
	return safejs.Unsafe(given), err
}
