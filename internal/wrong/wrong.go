// Package wrong is how wrong arguments are told of, by the public packages, by the rules and by what the
// page calls alike. It is pure and small: the default bundle is made of it.
package wrong

import "strconv"

// TypeError is a wrong argument; the page sees a TypeError. Its text names the argument and what
// was expected, and shows what came: see page.Wrong.
type TypeError string

func (e TypeError) Error() string { return string(e) }

// PageErrorName makes the page's error a TypeError.
func (e TypeError) PageErrorName() string { return "TypeError" }

// Quote shows a string argument in an error: whole, or its length where it is long.
func Quote(s string) string {
	if len(s) > 40 {
		return "a string of " + strconv.Itoa(len(s)) + " characters"
	}
	return strconv.Quote(s)
}
