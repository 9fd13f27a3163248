package ajax

import (
	"strings"

	"github.com/godeferred/godeferred/internal/page"
)

// checkURL refuses what is not to be requested: a URL must be relative, or of the schemes http,
// https, blob or data. The answer is a page.TypeError that names the argument.
func checkURL(url string) error {
	switch schemeOf(url) {
	case "", "http", "https", "blob", "data":
		return nil
	}
	return page.TypeError("url must be relative or begin with http:, https:, blob: or data:, not " + page.Quote(url))
}

// schemeOf returns the scheme of an absolute URL in lower case, "" for a relative one. It reads as
// the URL standard does, so that no spelling gets by: leading controls and spaces, and tabs and line
// breaks anywhere, do not count (https://url.spec.whatwg.org/#concept-basic-url-parser).
func schemeOf(url string) string {
	url = strings.TrimLeftFunc(url, func(r rune) bool { return r <= ' ' })
	url = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(url)
	for i := 0; i < len(url); i++ {
		switch c := url[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(url[:i])
		default:
			return ""
		}
	}
	return ""
}
