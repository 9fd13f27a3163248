package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheWayOfAProperty(t *testing.T) {
	for name, c := range map[string]struct {
		Goal
		Present
		show bool
		want Tween
	}{
		"a number of px":              {Goal{"left", "70", ""}, Present{Computed: "20px"}, false, Tween{From: 20, To: 70, Unit: "px"}},
		"a number with a unit":        {Goal{"left", "7px", ""}, Present{Computed: "auto"}, false, Tween{To: 7, Unit: "px"}},
		"more":                        {Goal{"left", "+=5", ""}, Present{Computed: "20px"}, false, Tween{From: 20, To: 25, Unit: "px"}},
		"less":                        {Goal{"opacity", "-=.5", ""}, Present{Computed: "1"}, false, Tween{From: 1, To: 0.5}},
		"another unit":                {Goal{"width", "50%", ""}, Present{Computed: "100px", Scale: 4}, false, Tween{From: 25, To: 50, Unit: "%"}},
		"more of another unit":        {Goal{"width", "+=10%", ""}, Present{Computed: "100px", Scale: 4}, false, Tween{From: 25, To: 35, Unit: "%"}},
		"another unit from nothing":   {Goal{"width", "5em", ""}, Present{Computed: "0px"}, false, Tween{To: 5, Unit: "em"}},
		"a unit from the style":       {Goal{"fontSize", "20", ""}, Present{Computed: "16px"}, false, Tween{From: 16, To: 20, Unit: "px"}},
		"no unit at all":              {Goal{"zIndex", "5", ""}, Present{Computed: "auto"}, false, Tween{To: 5}},
		"not below nothing":           {Goal{"height", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, Unit: "px"}},
		"no padding below nothing":    {Goal{"paddingLeft", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, Unit: "px"}},
		"no border below nothing":     {Goal{"borderTopWidth", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, Unit: "px"}},
		"below nothing":               {Goal{"marginTop", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, To: -30, Unit: "px"}},
		"a margin may":                {Goal{"left", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, To: -30, Unit: "px"}},
		"a radius may":                {Goal{"borderSpacing", "-=50", ""}, Present{Computed: "20px"}, false, Tween{From: 20, To: -30, Unit: "px"}},
		"px, from no number":          {Goal{"left", "70", ""}, Present{Computed: "auto"}, false, Tween{To: 70, Unit: "px"}},
		"no number":                   {Goal{"color", "red", ""}, Present{Computed: "rgb(0, 0, 0)"}, false, Tween{Still: true}},
		"appear":                      {Goal{"height", "show", ""}, Present{Computed: "40px"}, true, Tween{To: 40, Unit: "px", Keep: 40, Keeps: true}},
		"disappear":                   {Goal{"height", "hide", ""}, Present{Computed: "40px"}, false, Tween{From: 40, Unit: "px", Keep: 40, Keeps: true}},
		"disappear in its own unit":   {Goal{"lineHeight", "hide", ""}, Present{Computed: "32px"}, false, Tween{From: 32, Unit: "px", Keep: 32, Keeps: true}},
		"fade out":                    {Goal{"opacity", "hide", ""}, Present{Computed: "0.5"}, false, Tween{From: 0.5, Keep: 0.5, Keeps: true}},
		"appear after a stop":         {Goal{"height", "toggle", ""}, Present{Computed: "13px", Kept: 40, Keeps: true}, true, Tween{From: 13, To: 40, Unit: "px", Keep: 13}},
		"disappear after a stop":      {Goal{"height", "toggle", ""}, Present{Computed: "13px", Kept: 40, Keeps: true}, false, Tween{From: 13, Unit: "px", Keep: 13}},
		"appear outside the document": {Goal{"height", "show", ""}, Present{}, true, Tween{Unit: "px", Keeps: true}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.Plan(c.Present, c.show)) })
	}
}
