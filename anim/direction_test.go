package anim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatWordsMean(t *testing.T) {
	visible, gone := display{"", "block"}, display{"none", "none"}
	for name, c := range map[string]struct {
		display
		left         shown
		wishes       []wish
		act          []bool
		show, toggle bool
	}{
		"show what is hidden":              {gone, nothingLeft, []wish{{"show", false}}, []bool{true}, true, false},
		"show what shows":                  {visible, nothingLeft, []wish{{"show", false}}, []bool{false}, false, false},
		"hide what shows":                  {visible, nothingLeft, []wish{{"hide", false}}, []bool{true}, false, false},
		"hide what is hidden":              {gone, nothingLeft, []wish{{"hide", false}}, []bool{false}, true, false},
		"toggle what shows":                {visible, nothingLeft, []wish{{"toggle", false}}, []bool{true}, false, true},
		"toggle what is hidden":            {gone, nothingLeft, []wish{{"toggle", false}}, []bool{true}, true, true},
		"show after a stopped hide":        {visible, leftAlone, []wish{{"show", true}}, []bool{true}, true, false},
		"show another than was stopped":    {visible, leftAlone, []wish{{"show", false}}, []bool{false}, false, false},
		"toggle after a toggle that hid":   {visible, leftHiding, []wish{{"toggle", true}}, []bool{true}, true, true},
		"toggle after a toggle that shows": {visible, leftShowing, []wish{{"toggle", true}}, []bool{true}, false, true},
		"one of two is so already":         {gone, nothingLeft, []wish{{"hide", false}, {"show", false}}, []bool{false, true}, true, false},
		"none":                             {visible, leftHiding, nil, []bool{}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			act, show, toggle := direct(c.display, c.left, c.wishes)
			assert.Equal(t, c.act, act)
			assert.Equal(t, c.show, show)
			assert.Equal(t, c.toggle, toggle)
		})
	}
}
