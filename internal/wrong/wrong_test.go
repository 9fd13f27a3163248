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
