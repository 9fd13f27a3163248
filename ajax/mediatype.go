package ajax

import "strings"

// What a content type says the body is.
const (
	kindText = "text"
	kindXML  = "xml"
	kindHTML = "html"
	kindJSON = "json"
)

// kindOf reads a content type as jQuery's ajaxSettings.contents does, in that order: the word xml,
// a word that begins with html, the word json. So "application/problem+json" is JSON, and
// "application/xhtml+xml" is XML.
func kindOf(contentType string) string {
	contentType = strings.ToLower(contentType)
	switch {
	case hasWord(contentType, "xml", true):
		return kindXML
	case hasWord(contentType, "html", false):
		return kindHTML
	case hasWord(contentType, "json", true):
		return kindJSON
	}
	return kindText
}

// hasWord finds word between word boundaries, as \b of a regular expression does; the end counts
// only where whole is set.
func hasWord(s, word string, whole bool) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		start := from + i
		end := start + len(word)
		if (start == 0 || !wordByte(s[start-1])) && (!whole || end == len(s) || !wordByte(s[end])) {
			return true
		}
		from = start + 1
	}
}

func wordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
