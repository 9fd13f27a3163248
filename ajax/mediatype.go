package ajax

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
