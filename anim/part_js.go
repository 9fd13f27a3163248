package anim

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// part is one element of a run.
type part struct {
	element  safejs.Value
	style    safejs.Value // its inline style
	computed safejs.Value // its computed style, which is live
	display  display

	goals []goal  // those that do something
	show  bool    // words show it
	ways  []tween // of the goals

	animation safejs.Value // undefined where there is none
	final     []setting    // the inline styles to end with
	end       string       // the inline display to end with
	ended     bool
}

// setting is a property of an inline style.
type setting struct{ name, value string }

func newPart(element safejs.Value, styles *styles) (*part, error) {
	if kind := element.Type(); kind != safejs.TypeObject && kind != safejs.TypeFunction { // some are callable
		return nil, page.Wrong("what is in elements", "an element", element)
	}
	p := &part{element: element, animation: safejs.Undefined()}
	style, err := element.Get("style")
	if err != nil {
		return nil, err
	}
	if style.Type() != safejs.TypeObject { // elements of XML that is neither HTML, SVG nor MathML
		return nil, page.Wrong("what is in elements", "an element that has a style", element)
	}
	p.style = style
	if p.computed, err = styles.of(element); err != nil {
		return nil, err
	}
	if p.display.inline, err = stringOf(p.style, "display"); err != nil {
		return nil, err
	}
	return p, p.readDisplay()
}

// readDisplay reads what the cascade makes of the display.
func (p *part) readDisplay() (err error) {
	p.display.computed, err = stringOf(p.computed, "display")
	return err
}

func (p *part) writeDisplay(value string) error {
	p.display.inline = value
	return page.Caught(p.style.Set("display", value))
}

// measure works out the ways of the goals from what there is.
func (p *part) measure() error {
	p.ways = make([]tween, len(p.goals))
	for i, g := range p.goals {
		now := present{}
		var err error
		if now.computed, err = stringOf(p.computed, g.name); err != nil {
			return err
		}
		if g.foreign() && parseValue(g.text).op != 0 {
			return page.TypeError(g.name + " must be a relative number of px, or an absolute value, not " + page.Quote(g.text))
		}
		p.ways[i] = g.plan(now, p.show)
	}
	return nil
}

// keyframes returns the frames of all ways, as the page takes them. Easings are of frames: each has
// one of its own to begin with.
func (p *part) keyframes() (safejs.Value, error) {
	last := map[string]any{"offset": 1}
	frames := []any{}
	byEasing := map[string]map[string]any{}
	for i, way := range p.ways {
		if way.still {
			continue
		}
		g := p.goals[i]
		easing, err := easingNamed(g.easing)
		if err != nil {
			return safejs.Undefined(), err
		}
		first, ok := byEasing[easing]
		if !ok {
			first = map[string]any{"offset": 0, "easing": easing}
			byEasing[easing] = first
			frames = append(frames, first)
		}
		if !g.foreign() { // else from what it is, which a frame that does not name it means
			first[g.name] = number(way.from) + way.unit
		}
		last[g.name] = number(way.to) + way.unit
	}
	return safejs.ValueOf(append(frames, last))
}

func (p *part) write(settings []setting) error {
	for _, s := range settings {
		if err := p.style.Set(s.name, s.value); err != nil {
			return page.Caught(err)
		}
	}
	return nil
}
