package page

import "strconv"

// TypeError is a wrong argument; the page sees a TypeError. Its text names the argument and what
// was expected, and shows what came: see Wrong. It builds everywhere, so that what checks arguments
// can be tested without a page.
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
