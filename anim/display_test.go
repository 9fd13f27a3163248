package anim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHiddenIsJQuerys(t *testing.T) {
	for name, c := range map[string]struct {
		display
		want bool
	}{
		"shown by default":             {display{"", "block"}, false},
		"hidden by its own style":      {display{"none", "none"}, true},
		"hidden by a style sheet":      {display{"", "none"}, true},
		"hidden against its own style": {display{"block", "none"}, false}, // !important: jQuery gives up
		"outside the document":         {display{"", ""}, false},
		"hidden, outside the document": {display{"none", ""}, true},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.hidden()) })
	}
}

func TestAnInlineElementSlidesAsABox(t *testing.T) {
	for name, c := range map[string]struct {
		display
		during, end string
	}{
		"a block":                  {display{"", "block"}, "", ""},
		"a block by its own style": {display{"block", "block"}, "block", "block"},
		"an inline element":        {display{"", "inline"}, "inline-block", ""},
		"one by its own style":     {display{"inline", "inline"}, "inline-block", "inline"},
		"an inline block":          {display{"", "inline-block"}, "", ""},
		"a flex box":               {display{"", "flex"}, "", ""},
		"one outside the document": {display{"", ""}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			during, end := c.sliding()
			assert.Equal(t, c.during, during, "during")
			assert.Equal(t, c.end, end, "end")
		})
	}
}

func TestDefaultDisplay(t *testing.T) {
	assert.Equal(t, "list-item", defaultDisplay("list-item"))
	assert.Equal(t, "block", defaultDisplay("none"))
	assert.Equal(t, "block", defaultDisplay(""))
}
