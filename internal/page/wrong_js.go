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
		return wrong.Quote(stringOf(value))
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
	is, _ := Call(global("Array"), "isArray", value) // it throws for a revoked proxy
	yes, _ := is.Bool()                              // false for what is no boolean
	return yes
}
