package index

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/examples/factbook/words"
)

func isIn(p phrase, text string) bool {
	all := slices.Collect(words.In(text))
	for i := range all {
		if p.at(all[i:]) {
			return true
		}
	}
	return false
}

// shown has hits in brackets.
func shown(parts []Part) string {
	var text strings.Builder
	for _, part := range parts {
		if part.Hit {
			text.WriteString("[" + part.Text + "]")
		} else {
			text.WriteString(part.Text)
		}
	}
	return text.String()
}

func TestHitsAreMarked(t *testing.T) {
	for name, row := range map[string]struct{ text, query, want string }{
		"none":               {"Fine, thanks.", "tea", "Fine, thanks."},
		"no words":           {"–", "tea", "–"},
		"words as they are":  {"São Tomé (Sao)", "sao ", "[São] Tomé ([Sao])"},
		"whole words":        {"tea, steam, teas", "tea ", "[tea], steam, teas"},
		"a prefix":           {"tea, steam, teas", "tea", "[tea], steam, [teas]"},
		"a phrase":           {"Civil war; war, civil.", `"civil war"`, "[Civil war]; war, civil."},
		"two words together": {"civil war", "war civil ", "[civil] [war]"},
		"at both ends":       {"tea or tea", "tea", "[tea] or [tea]"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, row.want, shown(Mark(row.text, Parse(row.query)))) })
	}
}

func TestASnippetShowsMostOfTheQuery(t *testing.T) {
	filler := func(n int) string { return strings.TrimSpace(strings.Repeat("x ", n)) }
	for name, row := range map[string]struct{ text, want string }{
		"all of a short text":     {"some tea, milk.", "some [tea], [milk]."},
		"the beginning":           {"tea " + filler(30) + ".", "[tea] " + filler(11) + " …"},
		"the middle":              {filler(30) + " tea. " + filler(30), "… " + filler(6) + " [tea]. " + filler(5) + " …"},
		"the end":                 {filler(30) + " tea.", "… " + filler(11) + " [tea]."},
		"where both words are":    {"tea tea tea " + filler(30) + " tea milk", "… " + filler(10) + " [tea] [milk]"},
		"two that are far apart":  {filler(20) + " tea " + filler(10) + " milk " + filler(20), "… [tea] " + filler(10) + " [milk] …"},
		"nothing but the filling": {filler(30), filler(12) + " …"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, row.want, shown(Snippet(row.text, Parse("tea milk "), 12)))
		})
	}
}

// A snippet is a part of the text, whole words of it, and not too many.
func FuzzSnippet(f *testing.F) {
	f.Add("a b c d e f g h", "d", 3)
	f.Add("\xff ’s", `"a b`, 1)
	f.Fuzz(func(t *testing.T, text, query string, length int) {
		length = min(max(length, 1), 50)
		q := Parse(query)
		var all strings.Builder
		for _, part := range Snippet(text, q, length) {
			all.WriteString(part.Text)
		}
		got := strings.TrimSuffix(strings.TrimPrefix(all.String(), "… "), " …")
		assert.Contains(t, text, got)
		assert.LessOrEqual(t, len(slices.Collect(words.In(got))), max(length, 1))
	})
}
