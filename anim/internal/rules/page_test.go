//go:build !js

package rules

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/nodetest"
)

// The page decides these itself, in every frame or between two measurements. It must decide as the rules do.

func TestThePageIsMidwayWhereTheRuleIs(t *testing.T) {
	type pageGoal struct {
		Easing string `json:"easing"` // in CSS
	}
	type pageTween struct {
		Goal     pageGoal `json:"goal"`
		From     float64  `json:"from"`
		To       float64  `json:"to"`
		Still    bool     `json:"still"`
		Fraction float64  `json:"fraction"`
	}
	var cases []pageTween
	var want []string
	for _, easing := range []string{"", "swing", "linear"} {
		css, err := EasingNamed(easing)
		require.NoError(t, err)
		for _, way := range []Tween{{From: 0, To: 1}, {From: 100, To: 20}, {From: -5, To: 1e4}, {From: 0.3, To: 0.1}, {From: 7, To: 7}, {Still: true}} {
			for i := range 101 {
				fraction := float64(i) / 100
				cases = append(cases, pageTween{pageGoal{css}, way.From, way.To, way.Still, fraction})
				want = append(want, Midway(Goal{"left", "1", easing}, way, fraction, ""))
			}
		}
	}
	answers := nodetest.Answers[*float64](t, `import { midway } from "./web/src/anim/midway.js";`,
		// JSON has no NaN, which tells the page that a tween stands still: null becomes it, and it becomes null.
		`(one) => midway(one.still ? { ...one, from: NaN, to: NaN } : one, one.fraction)`, cases)
	for i, answer := range answers {
		if want[i] == "" {
			assert.Nil(t, answer, "%+v", cases[i])
			continue
		}
		require.NotNil(t, answer, "%+v", cases[i])
		rule, err := strconv.ParseFloat(want[i], 64)
		require.NoError(t, err)
		assert.InDelta(t, rule, *answer, 1e-9, "%+v", cases[i]) // their cosines may differ in the last digit
	}
}

// Displays as an inline style, or the cascade, may have them.
var inlines = []string{"", "none", "block", "inline", "inline-block", "flex", "contents", "list-item"}

type pageDisplay struct {
	Inline   string `json:"inline"`
	Computed string `json:"computed"`
}

func pageDisplays() (all []pageDisplay) {
	for _, inline := range inlines {
		for _, computed := range inlines {
			all = append(all, pageDisplay{inline, computed})
		}
	}
	return all
}

func TestThePageFindsHiddenWhatTheRuleDoes(t *testing.T) {
	cases := pageDisplays()
	// Nothing is computed for an element outside the document: that is the empty display.
	answers := nodetest.Answers[bool](t, `import { isHiddenBy } from "./web/src/dom/display.js";`,
		`({ inline, computed }) => isHiddenBy({ style: { display: inline }, isConnected: computed !== "" }, { display: computed })`, cases)
	for i, c := range cases {
		assert.Equal(t, Display(c).Hidden(), answers[i], "%+v", c)
	}
}

func TestThePageShowsAKindOfElementAsTheRuleDoes(t *testing.T) {
	const noBody = "no body"
	cases := append([]string{noBody, "table-row", "ruby", "inline flex"}, inlines...)
	answers := nodetest.Answers[string](t, `import { show } from "./web/src/dom/display.js";`, `(fresh) => {
		const ownerDocument = {
			body: fresh === "no body" ? null : { append() {} },
			createElement: () => ({ ownerDocument, display: fresh, remove() {} }),
			defaultView: { getComputedStyle: ({ display }) => ({ display }) },
		};
		const element = { nodeName: "X", ownerDocument, isConnected: true, display: "none", style: { display: "" } };
		show([element]);
		return element.style.display;
	}`, cases)
	for i, fresh := range cases {
		assert.Equal(t, DefaultDisplay(strings.TrimPrefix(fresh, noBody)), answers[i], "%q", fresh)
	}
}

// An element slides with the same display in both faces, whether or not it has been hidden before: a
// program shows it first, and the page must know the inline display that it gets back.
func TestThePageSlidesAsTheRuleDoes(t *testing.T) {
	var cases []pageDisplay
	for _, c := range pageDisplays() {
		if c.Computed != "" && c.Computed != None && (c.Inline == "" || c.Inline == c.Computed) {
			cases = append(cases, c)
		}
	}
	answers := nodetest.Answers[[2]bool](t, `import { mustBeBox } from "./web/src/dom/display.js";`,
		`({ inline, computed }) => [mustBeBox(computed, "none", undefined), mustBeBox(computed, "none", inline)]`, cases)
	for i, c := range cases {
		during, end := Display(c).Sliding()
		assert.Equal(t, c.Inline, end, "%+v: the page, too, puts back what was", c) // makeBox of web/src/anim/run.js
		if during == "" {
			during = c.Computed
		}
		for j, hiddenBefore := range []bool{false, true} {
			page := c.Computed
			if answers[i][j] {
				page = inlineBlock
			}
			assert.Equal(t, during, page, "%+v, hidden before: %v", c, hiddenBefore)
		}
	}
}

// css() of the collection is no animation, but a number must mean the same to both.
func TestThePageTakesNumbersForPxWhereTheRuleDoes(t *testing.T) {
	var cases []string
	for _, one := range []string{"margin", "padding", "border"} {
		for _, side := range append([]string{"", "Block", "Radius", "Style"}, sides[:]...) {
			cases = append(cases, one+side, one+side+"Width", one+"-"+strings.ToLower(side)+"-width")
		}
	}
	for _, one := range []string{"", "min-", "max-", "outline-", "-ms-", "-webkit-"} {
		cases = append(cases, one+"width", one+"height", one+"top", one+"right", one+"bottom", one+"left")
	}
	cases = append(cases, "opacity", "zIndex", "line-height", "fontSize", "font-size", "letterSpacing", "columnWidth", "order", "flex-grow", "Width")
	type written struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	answers := nodetest.Answers[written](t, `import { writeStyle } from "./web/src/collection/style.js";`, `(given) => {
		const style = {};
		writeStyle({ nodeType: 1, style }, given, 5);
		const [[name, value]] = Object.entries(style);
		return { name, value: String(value) };
	}`, cases)
	for i, name := range cases {
		style := styleName(name)
		want := written{style, "5"}
		if takesPx(style) {
			want.Value = "5px"
		}
		assert.Equal(t, want, answers[i], name)
	}
}
