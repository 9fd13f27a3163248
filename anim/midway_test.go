package anim

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
	px := tween{from: 0, to: 100, unit: "px"}
	for name, c := range map[string]struct {
		goal     goal
		way      tween
		computed string
		want     string
	}{
		"a number":                          {goal{"width", "100", "linear"}, px, "25px", "25px"},
		"px, however the page rounds it":    {goal{"width", "100px", "linear"}, px, "24.9844px", "25px"},
		"outside the document":              {goal{"width", "100", "linear"}, px, "", "25px"},
		"a word":                            {goal{"height", "show", "linear"}, px, "25px", "25px"},
		"down":                              {goal{"width", "20", "linear"}, tween{from: 100, to: 20, unit: "px"}, "80px", "80px"},
		"through zero":                      {goal{"left", "15", "linear"}, tween{from: -5, to: 15, unit: "px"}, "0px", "0px"},
		"no unit":                           {goal{"opacity", "0", "linear"}, tween{from: 1, to: 0}, "0.75", "0.75"},
		"another unit is what was computed": {goal{"width", "10em", "linear"}, tween{from: 5, to: 10, unit: "em"}, "65px", "65px"},
		"another unit, nothing computed":    {goal{"width", "10em", "linear"}, tween{from: 5, to: 10, unit: "em"}, "", ""},
		"what stands still":                 {goal{"color", "red", "linear"}, tween{still: true}, "rgb(0, 0, 0)", ""},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, midway(c.goal, c.way, 0.25, c.computed)) })
	}
}

func TestErrStoppedIsAnAbortErrorToThePage(t *testing.T) {
	assert.Equal(t, "AbortError", ErrStopped.(interface{ PageErrorName() string }).PageErrorName())
	assert.EqualError(t, ErrStopped, "the animation was stopped")
}
