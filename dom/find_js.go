package dom

import (
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// What errors say a target must be.
const (
	element   = "an element"
	targets   = "an element, a list of elements or a selector"
	listeners = "an element, the document or the window"
)

// Find returns the elements of target, in its order and each once. target is an element, a
// list or any array-like of elements (a NodeList, a jQuery collection) or a selector. A list may be
// empty, and a selector may find nothing; anything else is a deferred.TypeError.
func Find(target safejs.Value) ([]safejs.Value, error) {
	// Whether it is one comes first: forms, selects and the window have a length of their own.
	if isElement(target) {
		return []safejs.Value{target}, nil
	}
	list := target
	switch page.TypeOf(target) {
	case safejs.TypeString:
		found, err := selectAll(target)
		if err != nil {
			return nil, err
		}
		list = found
	case safejs.TypeObject: // a function's length is not that of a list
		if listens(target) { // nor is the window's: that of its frames
			return nil, page.Wrong("target", targets, target)
		}
		length, err := page.Get(target, "length")
		if err != nil {
			return nil, err
		}
		if page.TypeOf(length) != safejs.TypeNumber {
			return nil, page.Wrong("target", targets, target)
		}
	default:
		return nil, page.Wrong("target", targets, target)
	}
	found, err := unique(list)
	if err != nil {
		return nil, err
	}
	for _, one := range found {
		if !isElement(one) {
			return nil, page.Wrong("each item of target", element, one)
		}
	}
	return found, nil
}

// selectAll returns the elements that a selector finds in the document.
func selectAll(selector safejs.Value) (safejs.Value, error) {
	document, err := safejs.Global().Get("document")
	if err != nil {
		return document, err
	}
	if document.Type() != safejs.TypeObject {
		return document, errors.New("a selector needs a document, and there is none here")
	}
	found, err := document.Call("querySelectorAll", selector)
	if err != nil {
		// The page's own error says no more than that, and its type (a DOMException) is not the one of other wrong
		// arguments.
		return found, page.Wrong("target", "a valid selector", selector)
	}
	return found, nil
}

// unique copies an array-like, leaving out what it holds twice: an element is animated once however
// often a list names it.
func unique(list safejs.Value) ([]safejs.Value, error) {
	array, err := safejs.Global().Get("Array")
	if err != nil {
		return nil, err
	}
	// from, not an index after the other: a getter of the list's that throws gives an error here.
	copied, err := array.Call("from", list)
	if err != nil {
		return nil, page.Caught(err)
	}
	set, err := page.New("Set", copied)
	if err != nil {
		return nil, err
	}
	if copied, err = array.Call("from", set); err != nil {
		return nil, page.Caught(err)
	}
	n, err := copied.Length()
	if err != nil {
		return nil, err
	}
	values := make([]safejs.Value, n)
	for i := range values {
		if values[i], err = copied.Index(i); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// isElement reads nodeType, since an element of another frame is not an instanceof this page's Element.
func isElement(value safejs.Value) bool {
	if !page.IsObject(value) {
		return false
	}
	nodeType, err := page.Get(value, "nodeType")
	if err != nil || page.TypeOf(nodeType) != safejs.TypeNumber {
		return false
	}
	n, err := nodeType.Int()
	return err == nil && n == 1
}

func listens(value safejs.Value) bool {
	if !page.IsObject(value) {
		return false
	}
	listen, err := page.Get(value, "addEventListener")
	return err == nil && page.TypeOf(listen) == safejs.TypeFunction
}
