package rules

import "github.com/godeferred/godeferred/internal/wrong"

// CheckURL refuses what is not to be requested: a URL must be relative, or of the schemes http,
// https, blob or data. The answer is a wrong.TypeError that names the argument.
func CheckURL(url string) error {
	switch schemeOf(url) {
	case "", "http", "https", "blob", "data":
		return nil
	}
	return wrong.TypeError("url must be relative or begin with http:, https:, blob: or data:, not " + wrong.Quote(url))
}

// schemeOf returns the scheme of an absolute URL in lower case, "" for a relative one. It reads as
// the URL standard does, so that no spelling gets by: leading controls and spaces, and tabs and line
// breaks anywhere, do not count (https://url.spec.whatwg.org/#concept-basic-url-parser).
//
// It does without package strings, whose Replacer and ToLower would add 10 kB to the wasm.
func schemeOf(url string) string {
	var scheme []byte
	for i := 0; i < len(url); i++ {
		c := url[i]
		switch {
		case c == '\t', c == '\n', c == '\r', c <= ' ' && len(scheme) == 0:
		case 'A' <= c && c <= 'Z':
			scheme = append(scheme, c|0x20)
		case 'a' <= c && c <= 'z', len(scheme) > 0 && inScheme(c):
			scheme = append(scheme, c)
		case c == ':':
			return string(scheme)
		default:
			return ""
		}
	}
	return ""
}

// inScheme tells whether c, which is not a letter, may stand in a scheme after its first letter.
func inScheme(c byte) bool { return '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.' }
