package deferred

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// A Number is what Slice and TypedArray convert.
type Number = page.Number

// Slice copies a typed array, or an array of numbers, of the page's.
//
// A typed array of T's own kind is copied at once, a million float32 in a few milliseconds. That of an int is a BigInt64Array, as
// an int64's. Other kinds, and arrays, are converted: an integer type takes whole numbers in its range, and not beyond
// 2**53 - 1 but from BigInts; a float32 is rounded. Anything else is a TypeError, which names the item, counted from 1;
// so are detached buffers, and views that reach outside of a resized one.
func Slice[T Number](value safejs.Value) ([]T, error) { return page.Numbers[T]("value", value) }

// TypedArray returns a typed array with a copy of s: of T's own kind, so that 64-bit integers, int and uint too, become
// a BigInt64Array or a BigUint64Array. Value converts those to plain arrays of numbers. The error is the page's, such as
// a RangeError for want of memory.
func TypedArray[T Number](s []T) (safejs.Value, error) { return page.TypedArray(s) }

// An Integer is what BigInt converts.
type Integer = page.Integer

// BigInt returns a BigInt, where Value makes a number of an integer. The error is about a page without BigInt, and so
// rare.
func BigInt[T Integer](n T) (safejs.Value, error) { return page.BigInt(n) }
