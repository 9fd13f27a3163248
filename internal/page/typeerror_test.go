package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/page"
)

func TestQuoteShowsShortStringsWhole(t *testing.T) {
	assert.Equal(t, `""`, page.Quote(""))
	assert.Equal(t, `"a\nb"`, page.Quote("a\nb"))
	assert.Equal(t, `"`+strings.Repeat("x", 40)+`"`, page.Quote(strings.Repeat("x", 40)))
	assert.Equal(t, "a string of 41 characters", page.Quote(strings.Repeat("x", 41)))
}
