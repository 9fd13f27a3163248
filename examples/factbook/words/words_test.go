package words

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestWordsOfATextHaveTheFormsOfTheIndex(t *testing.T) {
	for name, row := range map[string]struct {
		text string
		want []string
	}{
		"none":                        {" … -- !", nil},
		"case":                        {"Bay of BENGAL", []string{"bay", "of", "bengal"}},
		"accents":                     {"São Tomé, Curaçao", []string{"sao", "tome", "curacao"}},
		"accents behind their letter": {"Sa\u0303o Tome\u0301", []string{"sao", "tome"}},
		"one letter for two":          {"Æsir Straße Þórr", []string{"aesir", "strasse", "thorr"}},
		"apostrophes":                 {"Cote d'Ivoire's women’s 'quoted'", []string{"cote", "divoires", "womens", "quoted"}},
		"numbers":                     {"1,500 km, 3.5% (2015)", []string{"1500", "km", "3.5", "2015"}},
		"other signs":                 {"Austria-Hungary/north_west", []string{"austria", "hungary", "north", "west"}},
		"other scripts":               {"Ελλάδα Россия 東京", []string{"ελλάδα", "россия", "東京"}},
		"what is not text":            {"Arm\xffes \ufffd\u0301", []string{"arm", "es"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for word := range In(row.text) {
				got = append(got, word.Form)
			}
			assert.Equal(t, row.want, got)
		})
	}
}

func TestAWordKnowsWhereItStands(t *testing.T) {
	const text = "the Île-de-France, 1,500 km"
	var got []string
	for word := range In(text) {
		got = append(got, text[word.From:word.To])
	}
	assert.Equal(t, []string{"the", "Île", "de", "France", "1,500", "km"}, got)
}

func TestEachAccentedLetterIsKnownOnceAndSmall(t *testing.T) {
	seen := map[rune]bool{}
	for letters, all := range accented {
		assert.True(t, isPlain(letters), letters)
		for _, r := range all {
			assert.False(t, seen[r], string(r))
			assert.Equal(t, unicode.ToLower(r), r, string(r))
			seen[r] = true
		}
	}
	assert.Greater(t, len(seen), 100)
}

// Words are found again in the order in which they stand, whatever the text.
func FuzzWords(f *testing.F) {
	f.Add("São Tomé’s 1,500 km")
	f.Add("\xff\u0301'a'")
	f.Add("0\xff0")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for word := range In(text) {
			if word.From < at || word.To <= word.From || word.To > len(text) {
				t.Fatalf("%q: a word from %d to %d, after %d", text, word.From, word.To, at)
			}
			if utf8.ValidString(text) && strings.ContainsAny(word.Form, " \t\n") {
				t.Fatalf("%q: %q has a blank", text, word.Form)
			}
			at = word.To
		}
	})
}
