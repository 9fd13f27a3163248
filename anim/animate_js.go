package anim

import (
	"context"
	"maps"
	"slices"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Properties are what an animation is to reach: names, as in CSS or the style object, and jQuery's
// values: "70", "+=20px", "50%", "show", "hide" or "toggle".
type Properties map[string]string

// Animate animates the elements and returns while they move: see Run. Elements are measured, and
// started, together. When ctx is done first, they jump to their end. A wrong easing or value is a
// deferred.TypeError, and nothing moves. For people who asked for less motion, and where the page can animate nothing
// (jsdom), they jump there at once.
//
// Animations are not queued: wait for the Run, or use a Queue.
func Animate(ctx context.Context, elements []safejs.Value, properties Properties, opts ...Option) (*Run, error) {
	o, err := collect(opts)
	if err != nil {
		return nil, err
	}
	var given []rules.Goal
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		given = append(given, rules.Goal{Name: name, Text: properties[name]})
	}
	goals, err := rules.ParseGoals(given, o.easing)
	if err != nil {
		return nil, err
	}
	for _, g := range goals {
		if g.Foreign() && rules.Relative(g.Text) {
			return nil, wrong.TypeError(g.Name + " must be a relative number of px, or an absolute value, not " + wrong.Quote(g.Text))
		}
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	r := &Run{each: o.each, ended: make(chan struct{}), left: len(elements)}
	var styles styles
	for _, element := range elements {
		p, err := newPart(element, &styles)
		if err != nil {
			return nil, err
		}
		r.parts = append(r.parts, p)
	}
	moving, err := prepare(r.parts, goals, &styles)
	if err != nil {
		return nil, err
	}
	frames := make([]safejs.Value, len(moving))
	for i, p := range moving {
		if err := p.measure(); err != nil {
			return nil, err
		}
		p.finalize()
		if frames[i], err = p.keyframes(); err != nil {
			return nil, err
		}
	}
	if o.duration > 0 && len(moving) > 0 && !reducedMotion() {
		if err := r.start(moving, frames, o); err != nil {
			return nil, err
		}
	}
	r.begin(ctx)
	return r, nil
}

// prepare finds out what each part has to do, shows what is to appear, and makes boxes of what is to
// change its size. Each of its loops only reads, or only writes.
func prepare(parts []*part, goals []rules.Goal, styles *styles) (moving []*part, err error) {
	var shown, boxes []*part
	for _, p := range parts {
		p.end = p.display.Inline
		p.choose(goals)
		if len(p.goals) == 0 {
			continue
		}
		moving = append(moving, p)
		if p.show {
			shown = append(shown, p)
		}
		for _, g := range p.goals {
			if g.Name == "width" || g.Name == "height" {
				boxes = append(boxes, p)
				break
			}
		}
		for _, g := range p.goals {
			before, err := stringOf(p.style, g.Name)
			if err != nil {
				return nil, err
			}
			p.final = append(p.final, setting{g.Name, before})
		}
	}
	if err := reveal(shown, styles); err != nil {
		return nil, err
	}
	for _, p := range boxes {
		if err := p.readDisplay(); err != nil {
			return nil, err
		}
	}
	for _, p := range boxes {
		if err := p.enclose(); err != nil {
			return nil, err
		}
	}
	return moving, nil
}

// choose keeps the goals that do something for this element.
func (p *part) choose(goals []rules.Goal) {
	var wishes []rules.Wish
	for _, g := range goals {
		if word := rules.Word(g.Text); word != "" {
			wishes = append(wishes, rules.Wish{Word: word})
		}
	}
	act, show, _ := rules.Direct(p.display, rules.NothingLeft, wishes)
	acting := 0
	for _, g := range goals {
		if rules.Word(g.Text) != "" {
			acting++
			if !act[acting-1] {
				continue
			}
			p.show = show
			if !show {
				p.end = rules.None
			}
		}
		p.goals = append(p.goals, g)
	}
}

func (p *part) hasNumbers() bool {
	return slices.ContainsFunc(p.goals, func(g rules.Goal) bool { return rules.Word(g.Text) == "" })
}

// enclose has the element cut off what does not fit, and be a box.
func (p *part) enclose() error {
	overflow, err := stringOf(p.style, "overflow")
	if err != nil {
		return err
	}
	during, end := p.display.Sliding()
	switch {
	case p.end == rules.None:
	case p.hasNumbers(): // jQuery puts it back for words alone
		p.end = during
	default:
		p.end = end
	}
	if during != p.display.Inline {
		if err := p.writeDisplay(during); err != nil {
			return err
		}
	}
	p.final = append(p.final, setting{"overflow", overflow})
	return p.write([]setting{{"overflow", "hidden"}})
}

// finalize makes the end styles: words put back what was, numbers stay.
func (p *part) finalize() {
	for i, way := range p.ways {
		if rules.Word(p.goals[i].Text) == "" && !way.Still {
			p.final[i].value = rules.Number(way.To) + way.Unit
		}
	}
}
