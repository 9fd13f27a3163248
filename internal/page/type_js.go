package page

import "github.com/hack-pad/safejs"

// TypeBigInt is the type that syscall/js does not know.
const TypeBigInt safejs.Type = -1

// TypeOf is Value.Type for any value of the page's: Value.Type panics for a BigInt.
func TypeOf(value safejs.Value) (t safejs.Type) {
	defer func() {
		if recover() != nil {
			t = TypeBigInt
		}
	}()
	return value.Type()
}

// IsObject tells whether a value can have properties: it is an object or a function.
func IsObject(value safejs.Value) bool {
	t := TypeOf(value)
	return t == safejs.TypeObject || t == safejs.TypeFunction
}
