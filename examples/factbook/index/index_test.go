package index

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func newIndex(documents ...string) *Index {
	x := &Index{}
	for _, document := range documents {
		title, text, _ := strings.Cut(document, ": ")
		x.Add(title, text)
	}
	x.Finish()
	return x
}

func found(x *Index, query string) []int {
	numbers := []int{}
	for _, hit := range x.Search(Parse(query)) {
		numbers = append(numbers, hit.Document)
	}
	return numbers
}

func TestADocumentIsFoundByAllWordsOfAQuery(t *testing.T) {
	x := newIndex(
		"Iceland climate: temperate; mild, windy winters",
		"Iceland terrain: mostly plateau with mountain peaks",
		"Chile terrain: low coastal mountains, fertile valley",
		"Sao Tome climate: tropical; one rainy season",
		"Albania: coastal mountaineers",
	)
	for name, row := range map[string]struct {
		query string
		want  []int
	}{
		"a word":                       {"windy ", []int{0}},
		"of the title":                 {"iceland ", []int{0, 1}},
		"of title and text":            {"terrain valley", []int{2}},
		"case and accents":             {"SÃO TOMÉ", []int{3}},
		"two words":                    {"iceland peaks", []int{1}},
		"of two documents":             {"windy peaks", []int{}},
		"none":                         {"volcano", []int{}},
		"nothing":                      {" \"\" ", []int{}},
		"the last word's beginning":    {"mount", []int{1, 2, 4}},
		"not of another word":          {"mount peaks", []int{}},
		"not with a blank behind":      {"mount ", []int{}},
		"not of one letter":            {"m", []int{}},
		"a phrase":                     {`"fertile valley"`, []int{2}},
		"its words in another order":   {`"valley fertile"`, []int{}},
		"not across title and text":    {`"climate temperate"`, []int{}},
		"a phrase that is being typed": {`"low coast`, []int{2}},
		"not once it is closed":        {`"low coast"`, []int{}},
		"a phrase of three words":      {`"one rainy season"`, []int{3}},
		"a phrase's last word, of two": {`"coastal mount`, []int{2, 4}},
		"a phrase and a word":          {`"mountain peaks" iceland`, []int{1}},
		"a word before a phrase":       {`terrain “coastal mountains”`, []int{2}},
	} {
		t.Run(name, func(t *testing.T) { assert.ElementsMatch(t, row.want, found(x, row.query)) })
	}
}

func TestTheBestHitsAreTheFirst(t *testing.T) {
	for name, row := range map[string]struct {
		documents []string
		query     string
		want      []int
	}{
		"more occurrences":   {[]string{"a: tea and milk and salt", "b: tea and tea and salt"}, "tea", []int{1, 0}},
		"a shorter document": {[]string{"a: tea with milk, sugar and a biscuit", "b: tea"}, "tea", []int{1, 0}},
		"a rarer word":       {[]string{"a: tea tea milk", "b: tea milk milk", "c: tea", "d: tea"}, "tea milk", []int{1, 0}},
		"in the title":       {[]string{"a: tea salt", "tea: b salt"}, "tea", []int{1, 0}},
		"the order, else":    {[]string{"a: tea", "b: tea", "c: tea"}, "tea", []int{0, 1, 2}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, row.want, found(newIndex(row.documents...), row.query)) })
	}
}

func TestAnEmptyIndexFindsNothing(t *testing.T) {
	assert.Empty(t, found(&Index{}, "tea"))
	assert.Empty(t, found(newIndex("", ""), "tea"))
}

func TestAnIndexCounts(t *testing.T) {
	x := newIndex("a b: c", "a: c c")
	assert.Equal(t, []int{2, 3, 6}, []int{x.Documents(), x.Terms(), x.Words()})
}

// The index agrees with looking at each document in turn.
func FuzzSearch(f *testing.F) {
	f.Add("tea milk\nmilk tea\ntea tea milk", `"tea mi`)
	f.Add("a b\nb a", `"b a" a`)
	f.Fuzz(func(t *testing.T, text, query string) {
		x := &Index{}
		q := Parse(query)
		want := []int{}
		for i, line := range strings.Split(text, "\n") {
			x.Add("", line)
			hasAll := len(q) > 0
			for _, p := range q {
				hasAll = hasAll && isIn(p, line)
			}
			if hasAll {
				want = append(want, i)
			}
		}
		x.Finish()
		assert.ElementsMatch(t, want, found(x, query), "%q in %q", query, text)
	})
}
