package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEasedProgress(t *testing.T) {
	for _, c := range []struct {
		progress float64
		easing   string
		want     float64
	}{
		{0, "swing", 0}, {1.0 / 3, "swing", 0.25}, {0.5, "swing", 0.5}, {2.0 / 3, "swing", 0.75}, {1, "swing", 1},
		{0, "linear", 0}, {1.0 / 3, "linear", 1.0 / 3}, {1, "linear", 1},
		{1.0 / 3, "", 0.25}, // the default is swing
	} {
		assert.InDelta(t, c.want, eased(c.progress, c.easing), 1e-9, "%v of %q", c.progress, c.easing)
	}
}

func TestWhatAStopKeepsOfAProperty(t *testing.T) {
	px := Tween{From: 0, To: 100, Unit: "px"}
	for name, c := range map[string]struct {
		goal     Goal
		way      Tween
		computed string
		want     string
	}{
		"a number":                          {Goal{"width", "100", "linear"}, px, "25px", "25px"},
		"px, however the page rounds it":    {Goal{"width", "100px", "linear"}, px, "24.9844px", "25px"},
		"outside the document":              {Goal{"width", "100", "linear"}, px, "", "25px"},
		"a word":                            {Goal{"height", "show", "linear"}, px, "25px", "25px"},
		"down":                              {Goal{"width", "20", "linear"}, Tween{From: 100, To: 20, Unit: "px"}, "80px", "80px"},
		"through zero":                      {Goal{"left", "15", "linear"}, Tween{From: -5, To: 15, Unit: "px"}, "0px", "0px"},
		"no unit":                           {Goal{"opacity", "0", "linear"}, Tween{From: 1, To: 0}, "0.75", "0.75"},
		"another unit is what was computed": {Goal{"width", "10em", "linear"}, Tween{From: 5, To: 10, Unit: "em"}, "65px", "65px"},
		"another unit, nothing computed":    {Goal{"width", "10em", "linear"}, Tween{From: 5, To: 10, Unit: "em"}, "", ""},
		"what stands still":                 {Goal{"color", "red", "linear"}, Tween{Still: true}, "rgb(0, 0, 0)", ""},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, Midway(c.goal, c.way, 0.25, c.computed)) })
	}
}
