package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCaseIsASCIIs(t *testing.T) {
	for _, row := range []struct{ text, lower, upper string }{
		{"", "", ""}, {"A", "a", "A"}, {"Z", "z", "Z"}, {"a", "a", "A"}, {"z", "z", "Z"},
		{"x-AZ", "x-az", "X-AZ"}, {"X-az", "x-az", "X-AZ"}, {"@[`{Ä", "@[`{Ä", "@[`{Ä"}, {"k@[`{ÄK", "k@[`{Äk", "K@[`{ÄK"},
	} {
		assert.Equal(t, row.lower, lower(row.text))
		assert.Equal(t, row.upper, Upper(row.text))
	}
}

func TestWordsEndAtHTMLsWhiteSpace(t *testing.T) {
	assert.Equal(t, []string{"a", "b", "c", "d", "e\vf"}, words("\ta\tb\rc\f\nd e\vf "))
	assert.Empty(t, words(" "))
}
