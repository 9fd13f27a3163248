package wrong_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/wrong"
)

func TestQuoteShowsShortStringsWhole(t *testing.T) {
	assert.Equal(t, `""`, wrong.Quote(""))
	assert.Equal(t, `"a\nb"`, wrong.Quote("a\nb"))
	assert.Equal(t, `"`+strings.Repeat("x", 40)+`"`, wrong.Quote(strings.Repeat("x", 40)))
	assert.Equal(t, "a string of 41 characters", wrong.Quote(strings.Repeat("x", 41)))
}

// web/src/lib/errors.js shows strings by JSON.stringify, and counts them by length.
func TestQuoteShowsStringsAsThePageDoes(t *testing.T) {
	for s, want := range map[string]string{
		"ä\"\\":              `"ä\"\\"`,
		"\b\f\n\r\t":         `"\b\f\n\r\t"`,
		"\x00\x1f\x7f":       "\"\\u0000\\u001f\x7f\"",
		"\u2028\u00a0\ufeff": "\"\u2028\u00a0\ufeff\"",
	} {
		assert.Equal(t, want, wrong.Quote(s))
	}
	assert.Equal(t, `"`+strings.Repeat("ä", 40)+`"`, wrong.Quote(strings.Repeat("ä", 40)))
	assert.Equal(t, "a string of 42 characters", wrong.Quote(strings.Repeat("😀", 21)))
}
