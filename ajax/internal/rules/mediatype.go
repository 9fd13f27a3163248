package rules

import "strings"

// What a content type says the body is.
const (
	kindXML  = "xml"
	kindHTML = "html"
	kindJSON = "json"
)

// kindOf reads a content type as jQuery's ajaxSettings.contents does, in that order: the word xml,
// a word that begins with html, the word json. So "application/problem+json" is JSON, and
// "application/xhtml+xml" is XML. What is none of them has no kind.
func kindOf(contentType string) string {
	for _, kind := range []string{kindXML, kindHTML, kindJSON} {
		if hasKind(contentType, kind) {
			return kind
		}
	}
	return ""
}

// IsHTML tells whether a content type is that of HTML rather than of XML: "application/xhtml+xml" is XML.
func IsHTML(contentType string) bool { return kindOf(contentType) == kindHTML }

// hasKind tells whether a content type is of one of the kinds that have a pattern.
func hasKind(contentType, kind string) bool {
	switch kind {
	case kindXML, kindJSON:
		return hasWord(contentType, kind, true)
	case kindHTML:
		return hasWord(contentType, kind, false)
	}
	return false
}

// Charset returns the encoding that a content type names, in lower case; "" for UTF-8, and where none is named.
func Charset(contentType string) string {
	_, parameters, _ := strings.Cut(contentType, ";")
	for parameters != "" {
		var one string
		one, parameters, _ = strings.Cut(parameters, ";")
		name, value, _ := strings.Cut(one, "=")
		if lower(trim(name)) != "charset" {
			continue
		}
		if value = lower(trim(value)); value != "utf-8" && value != "utf8" {
			return value
		}
		return ""
	}
	return ""
}

// hasWord finds a word of small letters, in any case, between word boundaries, as \b of a regular
// expression does; the one at its end counts only where whole is set.
func hasWord(s, word string, whole bool) bool {
	for start := 0; start+len(word) <= len(s); start++ {
		end := start + len(word)
		if equalFold(s[start:end], word) && (start == 0 || !wordByte(s[start-1])) &&
			(!whole || end == len(s) || !wordByte(s[end])) {
			return true
		}
	}
	return false
}

// equalFold compares with a word of small letters.
func equalFold(s, word string) bool {
	for i := range len(word) {
		if s[i]|0x20 != word[i] {
			return false
		}
	}
	return true
}

func wordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
