package anim

// tween is the way of one property: from one number to another, both in unit.
type tween struct {
	from, to float64
	unit     string
	keep     float64 // what a show or hide that is stopped has to remember
	keeps    bool
	still    bool // the goal is no number: it takes its time and changes nothing
}

// present is a property as the page has measured it.
type present struct {
	computed string  // the computed style, or the number that a property of the element itself holds
	kept     float64 // what a stopped show or hide of it remembers, in the property's unit
	keeps    bool
	scale    float64 // how many of the computed unit one of the goal's is; 0 where the page did not measure
}

// plan works out the way of a property (createTween and adjustCSS in jQuery's source). show says
// which way words go.
func (g goal) plan(p present, show bool) tween {
	now, unit, _ := leading(p.computed)
	natural := ""
	if takesPx(g.name) {
		natural = "px"
	}
	v := parseValue(g.text)
	if v.word != "" {
		if natural == "" {
			natural = unit // line-height: 1600px is not line-height: 1600
		}
		return p.appear(now, natural, show)
	}
	if !v.ok {
		return tween{still: true}
	}
	t := tween{from: now, unit: v.unit}
	switch {
	case v.unit == "" && natural != "":
		t.unit = natural
	case v.unit == "":
		t.unit = unit // font-size: 20 means px, opacity: 0.5 means just that
	case v.unit != "px" && v.unit != unit && p.scale != 0:
		t.from = now / p.scale
	}
	t.to = v.number
	switch v.op {
	case '+':
		t.to = t.from + v.number
	case '-':
		t.to = t.from - v.number
	}
	if positive(g.name) {
		t.to = max(0, t.to)
	}
	return t
}

// appear goes between nothing and what there is; or on from where a stopped one has left it.
func (p present) appear(now float64, unit string, show bool) tween {
	t := tween{from: now, unit: unit, keep: now, keeps: !p.keeps}
	if show && p.keeps {
		t.to = p.kept
	} else if show {
		t.from, t.to = 0, now
	}
	return t
}
