package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatWordsMean(t *testing.T) {
	visible, gone := Display{"", "block"}, Display{"none", "none"}
	for name, c := range map[string]struct {
		Display
		left         Left
		wishes       []Wish
		act          []bool
		show, toggle bool
	}{
		"show what is hidden":               {gone, NothingLeft, []Wish{{"show", false}}, []bool{true}, true, false},
		"show what shows":                   {visible, NothingLeft, []Wish{{"show", false}}, []bool{false}, false, false},
		"hide what shows":                   {visible, NothingLeft, []Wish{{"hide", false}}, []bool{true}, false, false},
		"hide what is hidden":               {gone, NothingLeft, []Wish{{"hide", false}}, []bool{false}, true, false},
		"toggle what shows":                 {visible, NothingLeft, []Wish{{"toggle", false}}, []bool{true}, false, true},
		"toggle what is hidden":             {gone, NothingLeft, []Wish{{"toggle", false}}, []bool{true}, true, true},
		"show after a stopped hide":         {visible, leftAlone, []Wish{{"show", true}}, []bool{true}, true, false},
		"show another than was stopped":     {visible, leftAlone, []Wish{{"show", false}}, []bool{false}, false, false},
		"toggle after a toggle that hid":    {visible, leftHiding, []Wish{{"toggle", true}}, []bool{true}, true, true},
		"toggle after a toggle that shows":  {visible, leftShowing, []Wish{{"toggle", true}}, []bool{true}, false, true},
		"toggle what was hidden after that": {gone, leftShowing, []Wish{{"toggle", true}}, []bool{true}, false, true},
		"show after a toggle that shows":    {visible, leftShowing, []Wish{{"show", true}}, []bool{true}, false, false},
		"one of two is so already":          {gone, NothingLeft, []Wish{{"hide", false}, {"show", false}}, []bool{false, true}, true, false},
		"none":                              {visible, leftHiding, nil, []bool{}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			act, show, toggle := Direct(c.Display, c.left, c.wishes)
			assert.Equal(t, c.act, act)
			assert.Equal(t, c.show, show)
			assert.Equal(t, c.toggle, toggle)
		})
	}
}
