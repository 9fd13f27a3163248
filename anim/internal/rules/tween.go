package rules

// A Tween is the change of one property: from one number to another, both in Unit.
type Tween struct {
	From, To float64
	Unit     string
	Keep     float64 // what a show or hide that is stopped has to remember
	Keeps    bool
	Still    bool // the goal is not a number: the animation takes its time and changes nothing
}

// A Present is a property as the page has measured it.
type Present struct {
	Computed string  // the computed style, or the number that a property of the element itself holds
	Kept     float64 // what a stopped show or hide of it remembers, in the property's unit
	Keeps    bool
	Scale    float64 // how many of the computed unit one of the goal's is; 0 where the page did not measure
}

// Plan works out the way of a property (createTween and adjustCSS in jQuery's source). show says
// which way words go.
func (g Goal) Plan(p Present, show bool) Tween {
	now, unit, _ := leading(p.Computed)
	natural := ""
	if takesPx(g.Name) {
		natural = "px"
	}
	v := parseValue(g.Text)
	if v.word != "" {
		if natural == "" {
			natural = unit // line-height: 1600px is not line-height: 1600
		}
		return p.appear(now, natural, show)
	}
	if !v.ok {
		return Tween{Still: true}
	}
	t := Tween{From: now, Unit: v.unit}
	switch {
	case v.unit == "" && natural != "":
		t.Unit = natural
	case v.unit == "":
		t.Unit = unit // font-size: 20 means px, opacity: 0.5 means just that
	case v.unit != "px" && v.unit != unit && p.Scale != 0:
		t.From = now / p.Scale
	}
	t.To = v.number
	switch v.op {
	case '+':
		t.To = t.From + v.number
	case '-':
		t.To = t.From - v.number
	}
	if positive(g.Name) {
		t.To = max(0, t.To)
	}
	return t
}

// appear goes between 0 and the present value, or continues from where a stopped animation has left it.
func (p Present) appear(now float64, unit string, show bool) Tween {
	t := Tween{From: now, Unit: unit, Keep: now, Keeps: !p.Keeps}
	if show && p.Keeps {
		t.To = p.Kept
	} else if show {
		t.From, t.To = 0, now
	}
	return t
}
