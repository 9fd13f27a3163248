package deferred

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Value returns the page's value for one of Go's:
//
//   - a safejs.Value, safejs.Func, js.Value or js.Func: itself
//   - a Valuer: the value for what its PageValue returns
//   - nil, a nil pointer and struct{}: undefined
//   - booleans, strings and numbers, which are float64 in a page. An integer beyond 2**53 - 1, where a page's numbers
//     have gaps, is a TypeError: see BigInt.
//   - []byte: a Uint8Array with a copy of it
//   - slices and arrays of other numbers: a typed array, in one copy; those of 64-bit integers, int and uint too, an
//     array of numbers, which mixes with all others of a page's: see TypedArray
//   - Args and other slices and arrays: an array
//   - maps with strings as keys: an object
//   - time.Time: a Date, of milliseconds. A year that a Date has not, beyond 275760, is a TypeError.
//   - time.Duration: a number of milliseconds, with fractions
//   - errors: what Export rejects with for them
//   - pointers: what they point to
//
// and named types as what they are of. For readers and sequences see ReadableStream and AsyncIterable. Anything else is a TypeError, other structs too: let them be a Valuer, or say
// which fields the page is to see, in a map. So is what is more than 100 deep, for what holds itself has no end.
func Value(v any) (safejs.Value, error) { return page.Value(v) }

// A Valuer says itself which value it is to the page: PageValue returns anything that Value takes. An error of it is
// Value's; a panic is a *PanicError, and is reported. It is not called for a nil pointer. Where a method has a pointer
// for its receiver, only the pointer is a Valuer.
type Valuer = page.Valuer
