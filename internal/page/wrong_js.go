package page

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Wrong returns the wrong.TypeError for an argument that is not what it must be. It shows values as
// web/src/lib/errors.js does, so that a page cannot tell which half refused it.
func Wrong(argument, expected string, got safejs.Value) wrong.TypeError {
	return wrong.TypeError(argument + " must be " + expected + ", not " + describe(got))
}

func describe(value safejs.Value) string {
	switch TypeOf(value) {
	case safejs.TypeString:
		s, err := value.String()
		if err != nil {
			return "a string"
		}
		return wrong.Quote(s)
	case safejs.TypeObject:
		if isArray(value) {
			return "an array"
		}
		return "an object"
	case safejs.TypeFunction:
		return "a function"
	case safejs.TypeSymbol:
		return "a symbol"
	default: // undefined, null, booleans and numbers of both kinds
		return text(value)
	}
}

func isArray(value safejs.Value) bool {
	array, err := safejs.Global().Get("Array")
	if err != nil {
		return false
	}
	is, err := array.Call("isArray", value)
	if err != nil { // a revoked proxy
		return false
	}
	yes, err := is.Bool()
	return err == nil && yes
}
