package anim

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// styles finds elements' computed styles. It remembers the window of the last one's document, which
// is mostly that of the next.
type styles struct {
	document, view safejs.Value
}

// of returns the computed style of an element, which is live.
func (s *styles) of(element safejs.Value) (safejs.Value, error) {
	document, err := element.Get("ownerDocument")
	if err != nil {
		return document, err
	}
	if !document.Equal(s.document) {
		// The element's own window: it may be in a frame.
		view, err := document.Get("defaultView")
		if err != nil {
			return view, err
		}
		if view.Type() != safejs.TypeObject { // of a document that is shown nowhere
			view = safejs.Global()
		}
		s.document, s.view = document, view
	}
	computed, err := s.view.Call("getComputedStyle", element)
	return computed, page.Caught(err)
}

func stringOf(style safejs.Value, property string) (string, error) {
	value, err := style.Get(property)
	if err != nil || value.Type() != safejs.TypeString {
		return "", err
	}
	return value.String()
}
