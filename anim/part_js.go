package anim

import (
	"math"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// part is one element of a run.
type part struct {
	element  safejs.Value
	style    safejs.Value // its inline style
	computed safejs.Value // its computed style, which is live
	display  display

	animation safejs.Value // undefined where there is none
	end       string       // the inline display to end with
	ended     bool
}

func newPart(element safejs.Value, styles *styles) (*part, error) {
	p := &part{element: element, animation: safejs.Undefined()}
	style, err := element.Get("style")
	if err != nil {
		return nil, err
	}
	if style.Type() != safejs.TypeObject { // elements of XML that is neither HTML, SVG nor MathML
		return nil, page.Wrong("target", "elements that have a style", element)
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

func (p *part) measure() (b box, err error) {
	for _, m := range []struct {
		property string
		to       *float64
	}{
		{"height", &b.height},
		{"paddingTop", &b.paddingTop},
		{"paddingBottom", &b.paddingBottom},
		{"marginTop", &b.marginTop},
		{"marginBottom", &b.marginBottom},
	} {
		value, err := p.computed.Get(m.property)
		if err != nil {
			return b, err
		}
		if *m.to, err = lengthOf(value); err != nil {
			return b, err
		}
	}
	return b, nil
}

// lengthOf reads a computed length as jQuery does, with the page's parseFloat: what is no number of
// px ("auto", or "" outside the document) is 0.
func lengthOf(value safejs.Value) (float64, error) {
	number, err := safejs.Global().Call("parseFloat", value)
	if err != nil {
		return 0, page.Caught(err)
	}
	n, err := number.Float()
	if math.IsNaN(n) {
		n = 0
	}
	return n, err
}
