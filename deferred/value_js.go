package deferred

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Value returns the page's value for one of Go's:
//
//   - a safejs.Value, safejs.Func, js.Value or js.Func: itself
//   - nil, a nil pointer and struct{}: undefined
//   - booleans, strings, and numbers, which are float64 in a page
//   - []byte: a Uint8Array with a copy of it
//   - Args and other slices and arrays: an array
//   - maps with strings as keys: an object
//   - errors: what Export rejects with for them
//   - pointers: what they point to
//
// and named types as what they are of. Anything else is a TypeError, structs too: say which fields
// the page is to see, in a map. So is what is more than 100 deep, for what holds itself has no end.
func Value(v any) (safejs.Value, error) { return page.Value(v) }
