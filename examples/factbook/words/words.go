// Package words finds the words of a text, in the form in which an index has them: "São" and "SAO" are one word.
package words

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one of a text: Text[From:To], and its form in the index.
type Word struct {
	From, To int // bytes
	Form     string
}

// In yields the words of a text, from left to right. A word is a run of letters, digits, and the marks that combine with
// them. An apostrophe or a comma inside does not end it: "women's" and "1,500" are one word each.
func In(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for from := 0; from < len(text); {
			r, size := utf8.DecodeRuneInString(text[from:])
			if !isPart(r) {
				from += size
				continue
			}
			to := end(text, from)
			word := Word{from, to, Form(text[from:to])}
			from = to
			if word.Form != "" && !yield(word) { // else it was accents without a letter
				return
			}
		}
	}
}

// end answers where the word that begins at from ends.
func end(text string, from int) int {
	var before rune
	for from < len(text) {
		r, size := utf8.DecodeRuneInString(text[from:])
		if !isPart(r) {
			next, _ := utf8.DecodeRuneInString(text[from+size:])
			if !joins(before, r, next) {
				return from
			}
		}
		before = r
		from += size
	}
	return from
}

func isPart(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
}

// joins tells whether r, which is neither letter nor digit, is inside a word.
func joins(before, r, next rune) bool {
	switch r {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(next)
	case ',', '.':
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	}
	return false
}

// Form is a word as the index has it: in small letters, without accents, apostrophes, and commas in numbers.
func Form(word string) string {
	if isPlain(word) {
		return word
	}
	var form strings.Builder
	form.Grow(len(word))
	for _, r := range word {
		switch {
		case r == '\'' || r == '’' || r == ',':
		case r < utf8.RuneSelf:
			form.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r): // an accent that stands behind its letter
		default:
			lower := unicode.ToLower(r)
			if plain, is := plainOf[lower]; is {
				form.WriteString(plain)
			} else {
				form.WriteRune(lower)
			}
		}
	}
	return form.String()
}

// isPlain tells whether a word is its own form, as most are.
func isPlain(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
