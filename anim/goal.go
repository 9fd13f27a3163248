package anim

// goal is one property of an animation, and what it is to reach.
type goal struct {
	name   string // in the style object
	text   string // the value, as the page wrote it
	easing string // jQuery's name
}

// parseGoals makes goals of an animation's properties: names in camelCase, shorthands spread. Of two
// that name the same property, the one written as such wins over a shorthand (propFilter in jQuery's
// source). A wrong easing is a deferred.TypeError.
func parseGoals(given []goal, easing string) ([]goal, error) {
	if _, err := easingNamed(easing); err != nil {
		return nil, err
	}
	goals := make([]goal, 0, len(given))
	named := map[string]int{}
	put := func(g goal) {
		if i, ok := named[g.name]; ok {
			goals[i] = g
			return
		}
		named[g.name] = len(goals)
		goals = append(goals, g)
	}
	for _, g := range given {
		if g.easing == "" {
			g.easing = easing
		}
		if _, err := easingNamed(g.easing); err != nil {
			return nil, err
		}
		g.name = styleName(g.name)
		names, ok := longhands(g.name)
		if !ok {
			put(g)
			continue
		}
		values := sidesOf(g.text)
		for i, name := range names {
			if _, taken := named[name]; !taken {
				put(goal{name, values[i], g.easing})
			}
		}
	}
	return goals, nil
}

// foreign tells whether the goal's number is in a unit that computed styles are not in, so that the
// page has to measure how many px it is.
func (g goal) foreign() bool {
	v := parseValue(g.text)
	return v.ok && v.unit != "" && v.unit != "px"
}
