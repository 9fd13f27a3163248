package anim

import (
	"strings"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// part is one element of a run.
type part struct {
	element  safejs.Value
	style    safejs.Value // its inline style
	computed safejs.Value // its computed style, which is live
	display  rules.Display

	goals []rules.Goal  // those that do something
	show  bool          // words show it
	ways  []rules.Tween // of the goals

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
	if p.display.Inline, err = stringOf(p.style, "display"); err != nil {
		return nil, err
	}
	return p, p.readDisplay()
}

// readDisplay reads what the cascade makes of the display.
func (p *part) readDisplay() (err error) {
	p.display.Computed, err = stringOf(p.computed, "display")
	return err
}

func (p *part) writeDisplay(value string) error {
	p.display.Inline = value
	return page.Caught(p.style.Set("display", value))
}

// measure works out the ways of the goals from what there is.
func (p *part) measure() error {
	p.ways = make([]rules.Tween, len(p.goals))
	for i, g := range p.goals {
		now := rules.Present{}
		var err error
		if now.Computed, err = stringOf(p.computed, g.Name); err != nil {
			return err
		}
		p.ways[i] = g.Plan(now, p.show)
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
		if way.Still {
			continue
		}
		g := p.goals[i]
		easing, err := rules.EasingNamed(g.Easing)
		if err != nil {
			return safejs.Undefined(), err
		}
		first, ok := byEasing[easing]
		if !ok {
			first = map[string]any{"offset": 0, "easing": easing}
			byEasing[easing] = first
			frames = append(frames, first)
		}
		from := rules.Number(way.From) + way.Unit
		if g.Foreign() {
			if from, err = stringOf(p.computed, g.Name); err != nil {
				return safejs.Undefined(), err
			}
		}
		// A frame that does not name it means what it is, but Firefox then moves without the easing, as the standard says.
		if from != "" && from != "auto" {
			first[g.Name] = from
		}
		last[g.Name] = rules.Number(way.To) + way.Unit
	}
	return safejs.ValueOf(append(frames, last))
}

func (p *part) write(settings []setting) error {
	for _, s := range settings {
		var err error
		if strings.HasPrefix(s.name, "--") {
			_, err = p.style.Call("setProperty", s.name, s.value)
		} else {
			err = p.style.Set(s.name, s.value)
		}
		if err != nil {
			return page.Caught(err)
		}
	}
	return nil
}
