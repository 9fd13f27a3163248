package rules

// A Goal is one property of an animation, and what it is to reach.
type Goal struct {
	Name   string // in the style object
	Text   string // the value, as the page wrote it
	Easing string // jQuery's name, or CSS linear()
}

// ParseGoals makes goals of an animation's properties: names in camelCase, shorthands spread. Of two
// that name the same property, the one written as such wins over a shorthand (propFilter in jQuery's
// source). A wrong easing is a wrong.TypeError.
func ParseGoals(given []Goal, easing string) ([]Goal, error) {
	if _, err := TimingFunction(easing); err != nil {
		return nil, err
	}
	goals := make([]Goal, 0, len(given))
	named := map[string]int{}
	put := func(g Goal) {
		if i, ok := named[g.Name]; ok {
			goals[i] = g
			return
		}
		named[g.Name] = len(goals)
		goals = append(goals, g)
	}
	for _, g := range given {
		if g.Easing == "" {
			g.Easing = easing
		}
		if _, err := TimingFunction(g.Easing); err != nil {
			return nil, err
		}
		g.Name = styleName(g.Name)
		names, ok := longhands(g.Name)
		if !ok {
			put(g)
			continue
		}
		values := sidesOf(g.Text)
		for i, name := range names {
			if _, taken := named[name]; !taken {
				put(Goal{name, values[i], g.Easing})
			}
		}
	}
	return goals, nil
}

// Foreign tells whether the goal's number is in a unit that computed styles are not in, so that the
// page has to measure how many px it is.
func (g Goal) Foreign() bool {
	v := parseValue(g.Text)
	return v.ok && v.unit != "" && v.unit != "px"
}
