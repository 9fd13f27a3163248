// Package wrong is how wrong arguments are told of, by the public packages, by the rules and by what the
// page calls alike. It is pure and small: the default bundle is made of it.
package wrong

import (
	"strconv"
	"strings"
)

// TypeError is a wrong argument; the page sees a TypeError. Its text names the argument and what
// was expected, and shows what came: see page.Wrong.
type TypeError string

func (e TypeError) Error() string { return string(e) }

// PageErrorName makes the page's error a TypeError.
func (e TypeError) PageErrorName() string { return "TypeError" }

// Quote shows a string argument in an error as the page does (describe in web/src/lib/errors.js): as JSON or, where it is
// long, by its length, in the page's UTF-16 units.
func Quote(s string) string {
	length := 0
	quoted := []byte{'"'}
	for _, r := range s {
		length++
		switch {
		case r > 0xffff:
			length++
			quoted = append(quoted, string(r)...)
		case r == '"' || r == '\\':
			quoted = append(quoted, '\\', byte(r))
		case r >= ' ':
			quoted = append(quoted, string(r)...)
		default:
			if at := strings.IndexByte("\b\f\n\r\t", byte(r)); at >= 0 {
				quoted = append(quoted, '\\', "bfnrt"[at])
				continue
			}
			const hex = "0123456789abcdef"
			quoted = append(quoted, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		}
	}
	if length > 40 {
		return "a string of " + strconv.Itoa(length) + " characters"
	}
	return string(append(quoted, '"'))
}
