package rules

import "github.com/godeferred/godeferred/internal/wrong"

// CheckHeader refuses a header that would not stay one line: a name that is not a token, or a line break
// or a NUL anywhere in the value. Platforms trim the ends of a value before they look; a value that
// came from elsewhere and ends in a line break is refused here all the same.
func CheckHeader(name, value string) error {
	for i := range len(name) {
		if !tokenByte(name[i]) {
			return wrong.TypeError("a header's name must be a token, not " + wrong.Quote(name))
		}
	}
	if name == "" {
		return wrong.TypeError("a header's name must not be empty")
	}
	for i := range len(value) {
		if c := value[i]; c == '\r' || c == '\n' || c == 0 {
			return wrong.TypeError("the value of the header " + name + " must be one line, not " + wrong.Quote(value))
		}
	}
	return nil
}

// tokenByte is RFC 9110's tchar.
func tokenByte(c byte) bool {
	switch c {
	case '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '`', '|', '~':
		return true
	}
	return wordByte(c)
}
