package deferred

import (
	"strconv"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Args are what a function of the page's was called with, or what one of its promises was settled
// with: all arguments, none included. What is missing reads as undefined, as in a page.
type Args []safejs.Value

// At returns the i-th argument, or undefined.
func (a Args) At(i int) safejs.Value {
	if i < 0 || i >= len(a) {
		return safejs.Undefined()
	}
	return a[i]
}

// String returns the i-th argument if it is a string, else a TypeError that names it.
func (a Args) String(i int) (string, error) {
	if page.TypeOf(a.At(i)) != safejs.TypeString {
		return "", a.wrong(i, "a string")
	}
	return a[i].String()
}

// Float returns the i-th argument if it is a number.
func (a Args) Float(i int) (float64, error) { return page.Float(nameOf(i), a.At(i)) }

// Int returns the i-th argument if it is a whole number that is safe: within 2**53 - 1. Beyond, several integers are
// the same number in a page.
func (a Args) Int(i int) (int, error) { return page.Int(nameOf(i), a.At(i)) }

// Int64 returns the i-th argument if it is a BigInt that an int64 holds, or a whole number that is safe.
func (a Args) Int64(i int) (int64, error) { return page.Int64(nameOf(i), a.At(i)) }

// Uint64 returns the i-th argument if it is a BigInt that a uint64 holds, or a whole number that is safe and not
// negative.
func (a Args) Uint64(i int) (uint64, error) { return page.Uint64(nameOf(i), a.At(i)) }

// Time returns the i-th argument if it is a valid Date, in the local time zone.
func (a Args) Time(i int) (time.Time, error) { return page.Time(nameOf(i), a.At(i)) }

// Duration returns the i-th argument if it is a number, of milliseconds. Fractions count down to a nanosecond.
func (a Args) Duration(i int) (time.Duration, error) { return page.Duration(nameOf(i), a.At(i)) }

// Bytes returns a copy of the bytes of the i-th argument if it is an ArrayBuffer or a SharedArrayBuffer, or of the part
// that a typed array or a DataView shows of one. A buffer that is detached, and a view that reaches outside of a buffer
// that was resized, are TypeErrors.
func (a Args) Bytes(i int) ([]byte, error) { return page.BytesOf(nameOf(i), a.At(i)) }

// Ints returns a copy of the i-th argument if it is a typed array or an array of whole numbers: see Slice.
func (a Args) Ints(i int) ([]int, error) { return page.Numbers[int](nameOf(i), a.At(i)) }

// Int32s returns a copy of the i-th argument if it is a typed array or an array of whole numbers: see Slice.
func (a Args) Int32s(i int) ([]int32, error) { return page.Numbers[int32](nameOf(i), a.At(i)) }

// Float32s returns a copy of the i-th argument if it is a typed array or an array of numbers: see Slice.
func (a Args) Float32s(i int) ([]float32, error) { return page.Numbers[float32](nameOf(i), a.At(i)) }

// Float64s returns a copy of the i-th argument if it is a typed array or an array of numbers: see Slice.
func (a Args) Float64s(i int) ([]float64, error) { return page.Numbers[float64](nameOf(i), a.At(i)) }

// Bool returns the i-th argument if it is true or false.
func (a Args) Bool(i int) (bool, error) {
	if page.TypeOf(a.At(i)) != safejs.TypeBoolean {
		return false, a.wrong(i, "true or false")
	}
	return a[i].Bool()
}

func (a Args) wrong(i int, expected string) error {
	return page.Wrong(nameOf(i), expected, a.At(i))
}

// nameOf names an argument in errors, as people count.
func nameOf(i int) string { return "argument " + strconv.Itoa(i+1) }

// TypeError is a wrong argument, whose text says what was expected and what came. Returned from an
// exported function, it is a TypeError to the page.
type TypeError = wrong.TypeError

// PageError is an error of the page's, found by errors.As in what Await, AwaitJS and the rest return:
// what a promise of the page's was rejected with or one of its functions threw. Name, Message and
// Stack are those of an Error object; Value is the very value, which need not be one, and then Name is
// empty and Message the value as a string. Handed to a page again, it is that value again.
type PageError = page.Error
