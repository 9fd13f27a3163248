package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHiddenIsJQuerys(t *testing.T) {
	for name, c := range map[string]struct {
		Display
		want bool
	}{
		"shown by default":             {Display{"", "block"}, false},
		"hidden by its own style":      {Display{"none", "none"}, true},
		"hidden by a style sheet":      {Display{"", "none"}, true},
		"hidden against its own style": {Display{"block", "none"}, false}, // !important: jQuery gives up
		"outside the document":         {Display{"", ""}, false},
		"hidden, outside the document": {Display{"none", ""}, true},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.Hidden()) })
	}
}

func TestAnInlineElementSlidesAsABox(t *testing.T) {
	for name, c := range map[string]struct {
		Display
		during, end string
	}{
		"a block":                  {Display{"", "block"}, "", ""},
		"a block by its own style": {Display{"block", "block"}, "block", "block"},
		"an inline element":        {Display{"", "inline"}, "inline-block", ""},
		"one by its own style":     {Display{"inline", "inline"}, "inline-block", "inline"},
		"an inline block":          {Display{"", "inline-block"}, "", ""},
		"a flex box":               {Display{"", "flex"}, "", ""},
		"one outside the document": {Display{"", ""}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			during, end := c.Sliding()
			assert.Equal(t, c.during, during, "during")
			assert.Equal(t, c.end, end, "end")
		})
	}
}

func TestDefaultDisplay(t *testing.T) {
	assert.Equal(t, "list-item", DefaultDisplay("list-item"))
	assert.Equal(t, "block", DefaultDisplay("none"))
	assert.Equal(t, "block", DefaultDisplay(""))
}
