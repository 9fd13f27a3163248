package deferred

import (
	"strconv"

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
func (a Args) Float(i int) (float64, error) {
	if page.TypeOf(a.At(i)) != safejs.TypeNumber {
		return 0, a.wrong(i, "a number")
	}
	return a[i].Float()
}

// Int returns the i-th argument if it is a whole number that an int can hold.
func (a Args) Int(i int) (int, error) {
	f, err := a.Float(i)
	if err != nil || f != float64(int64(f)) || f < -1<<53 || f > 1<<53 {
		return 0, a.wrong(i, "a whole number")
	}
	return int(f), nil
}

// Bool returns the i-th argument if it is true or false.
func (a Args) Bool(i int) (bool, error) {
	if page.TypeOf(a.At(i)) != safejs.TypeBoolean {
		return false, a.wrong(i, "true or false")
	}
	return a[i].Bool()
}

func (a Args) wrong(i int, expected string) error {
	return page.Wrong("argument "+strconv.Itoa(i+1), expected, a.At(i))
}

// TypeError is a wrong argument, whose text says what was expected and what came. Returned from an
// exported function, it is a TypeError to the page.
type TypeError = wrong.TypeError

// PageError is an error of the page's, found by errors.As in what Await, AwaitJS and the rest return:
// what a promise of the page's was rejected with or one of its functions threw. Name, Message and
// Stack are those of an Error object; Value is the very value, which need not be one, and then Name is
// empty and Message the value as a string. Handed to a page again, it is that value again.
type PageError = page.Error
