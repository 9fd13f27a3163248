package anim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheWayOfAProperty(t *testing.T) {
	for name, c := range map[string]struct {
		goal
		present
		show bool
		want tween
	}{
		"a number of px":              {goal{"left", "70", ""}, present{computed: "20px"}, false, tween{from: 20, to: 70, unit: "px"}},
		"a number with a unit":        {goal{"left", "7px", ""}, present{computed: "auto"}, false, tween{to: 7, unit: "px"}},
		"more":                        {goal{"left", "+=5", ""}, present{computed: "20px"}, false, tween{from: 20, to: 25, unit: "px"}},
		"less":                        {goal{"opacity", "-=.5", ""}, present{computed: "1"}, false, tween{from: 1, to: 0.5}},
		"another unit":                {goal{"width", "50%", ""}, present{computed: "100px", scale: 4}, false, tween{from: 25, to: 50, unit: "%"}},
		"more of another unit":        {goal{"width", "+=10%", ""}, present{computed: "100px", scale: 4}, false, tween{from: 25, to: 35, unit: "%"}},
		"another unit from nothing":   {goal{"width", "5em", ""}, present{computed: "0px"}, false, tween{to: 5, unit: "em"}},
		"a unit from the style":       {goal{"fontSize", "20", ""}, present{computed: "16px"}, false, tween{from: 16, to: 20, unit: "px"}},
		"no unit at all":              {goal{"zIndex", "5", ""}, present{computed: "auto"}, false, tween{to: 5}},
		"not below nothing":           {goal{"height", "-=50", ""}, present{computed: "20px"}, false, tween{from: 20, unit: "px"}},
		"below nothing":               {goal{"marginTop", "-=50", ""}, present{computed: "20px"}, false, tween{from: 20, to: -30, unit: "px"}},
		"no number":                   {goal{"color", "red", ""}, present{computed: "rgb(0, 0, 0)"}, false, tween{still: true}},
		"appear":                      {goal{"height", "show", ""}, present{computed: "40px"}, true, tween{to: 40, unit: "px", keep: 40, keeps: true}},
		"disappear":                   {goal{"height", "hide", ""}, present{computed: "40px"}, false, tween{from: 40, unit: "px", keep: 40, keeps: true}},
		"fade out":                    {goal{"opacity", "hide", ""}, present{computed: "0.5"}, false, tween{from: 0.5, keep: 0.5, keeps: true}},
		"appear after a stop":         {goal{"height", "toggle", ""}, present{computed: "13px", kept: 40, keeps: true}, true, tween{from: 13, to: 40, unit: "px", keep: 13}},
		"disappear after a stop":      {goal{"height", "toggle", ""}, present{computed: "13px", kept: 40, keeps: true}, false, tween{from: 13, unit: "px", keep: 13}},
		"appear outside the document": {goal{"height", "show", ""}, present{}, true, tween{unit: "px", keeps: true}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.plan(c.present, c.show)) })
	}
}

func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct{ rule, questions, want string }{
		"goals": {
			"goals", "\tmargin-top\t+=2em\tlinear\topacity\thide\t",
			"marginTop\t+=2em\tlinear\t1\topacity\thide\t" + swing + "\t0",
		},
		"no goals":  {"goals", "linear", ""},
		"direction": {"direction", "none\t\t0\tshow\t0\thide\t0\n\tblock\t3\ttoggle\t1", "1\t0\t1\t0\n0\t1\t1"},
		"tweens": {
			"tweens", "1\theight\tshow\t40px\t\t\tleft\t5\tauto\t\t\n0\tcolor\tred\tred\t\t\n0\topacity\thide\t0.25\t1\t",
			"0\t40\tpx\t40\t0\t5\tpx\t\n\t\t\t\n0.25\t0\t\t",
		},
	} {
		t.Run(name, func(t *testing.T) {
			answers, err := Answer(c.rule, c.questions)
			assert.NoError(t, err)
			assert.Equal(t, c.want, answers)
		})
	}
	for _, wrong := range [][2]string{{"goals", "a\tb"}, {"direction", "a\tb"}, {"tweens", "a\tb"}, {"other", ""}, {"goals", "bounce"}} {
		_, err := Answer(wrong[0], wrong[1])
		assert.Error(t, err, wrong)
	}
}
