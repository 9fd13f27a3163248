package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/godeferred/godeferred/examples/factbook/words"
)

// A Query is what a document must have: all of these phrases. Most are of one word.
type Query []phrase

// A phrase is words that stand side by side. The last one may be the beginning of a word.
type phrase struct {
	forms  []string
	prefix bool
}

// shortestPrefix is how many letters the beginning of a word has at least. With one letter, most documents were hits.
const shortestPrefix = 2

// Parse reads a query: words, and phrases in double quotes. While somebody types, the last word may not be whole: it is a
// prefix, unless a blank or a quote follows it.
func Parse(text string) Query {
	var q Query
	last, _ := utf8.DecodeLastRuneInString(text)
	isOpen := unicode.IsLetter(last) || unicode.IsDigit(last)
	isPhrase := false
	for part := range strings.SplitSeq(quotes.Replace(text), `"`) {
		var forms []string
		for word := range words.In(part) {
			forms = append(forms, word.Form)
		}
		switch {
		case len(forms) == 0:
		case isPhrase:
			q = append(q, phrase{forms: forms})
		default:
			for _, form := range forms {
				q = append(q, phrase{forms: []string{form}})
			}
		}
		isPhrase = !isPhrase
	}
	if isOpen && len(q) > 0 {
		end := &q[len(q)-1]
		end.prefix = utf8.RuneCountInString(end.forms[len(end.forms)-1]) >= shortestPrefix
	}
	return q
}

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`)

// at tells whether the phrase begins at the first of these words.
func (p phrase) at(list []words.Word) bool {
	if len(list) < len(p.forms) {
		return false
	}
	for i, form := range p.forms {
		isPrefix := p.prefix && i == len(p.forms)-1
		if list[i].Form != form && !(isPrefix && strings.HasPrefix(list[i].Form, form)) {
			return false
		}
	}
	return true
}
