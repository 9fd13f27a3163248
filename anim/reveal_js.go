package anim

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// reveal makes parts show that are hidden: jQuery's showHide. First an inline "none" goes; what a
// style sheet hides even so gets the display of its kind of element.
func reveal(shown []*part, styles *styles) error {
	for _, p := range shown {
		if p.display.Inline == rules.None {
			if err := p.writeDisplay(""); err != nil {
				return err
			}
		}
	}
	var still []*part
	for _, p := range shown {
		if err := p.readDisplay(); err != nil {
			return err
		}
		if p.display.Hidden() {
			still = append(still, p)
		}
	}
	known := map[string]string{}
	for _, p := range still {
		value, err := displayOfKind(p.element, styles, known)
		if err != nil {
			return err
		}
		if err := p.writeDisplay(value); err != nil {
			return err
		}
	}
	for _, p := range shown {
		p.end = p.display.Inline
	}
	return nil
}

// displayOfKind returns the display of a fresh element of the same name at the end of the body,
// which it puts there for the moment: the page's style sheets may say what kinds of elements are.
// It is asked once for each name and call; jQuery keeps it for good, and then style sheets change.
func displayOfKind(element safejs.Value, styles *styles, known map[string]string) (string, error) {
	name, err := stringOf(element, "nodeName")
	if err != nil {
		return "", err
	}
	if value, ok := known[name]; ok {
		return value, nil
	}
	document, err := element.Get("ownerDocument")
	if err != nil {
		return "", err
	}
	body, err := document.Get("body")
	if err != nil {
		return "", err
	}
	if body.Type() != safejs.TypeObject {
		return rules.DefaultDisplay(""), nil
	}
	fresh, err := document.Call("createElement", name)
	if err != nil {
		return "", page.Caught(err)
	}
	if _, err := body.Call("appendChild", fresh); err != nil {
		return "", page.Caught(err)
	}
	computed, err := styles.of(fresh)
	if err != nil {
		return "", err
	}
	value, err := stringOf(computed, "display")
	if err != nil {
		return "", err
	}
	if _, err := fresh.Call("remove"); err != nil {
		return "", page.Caught(err)
	}
	known[name] = rules.DefaultDisplay(value)
	return known[name], nil
}

// reducedMotion tells whether the person asked for less motion on the page.
func reducedMotion() bool {
	media, err := safejs.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)")
	if err != nil { // no window: nobody sees any motion either
		return false
	}
	matches, err := media.Get("matches")
	if err != nil {
		return false
	}
	reduce, err := matches.Truthy()
	return err == nil && reduce
}
