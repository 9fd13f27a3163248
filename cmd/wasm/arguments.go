//go:build js && wasm

package main

import (
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// arguments is what the page face passes. It always passes as many as there are parameters; one too
// many or too few is a mistake of ours, and panics.
type arguments []safejs.Value

func (a arguments) string(i int) (string, error) {
	if a[i].Type() != safejs.TypeString {
		return "", errors.New("no string") // the page face has made sure of it
	}
	return a[i].String()
}

// blame puts the name of the page's function before the text of a wrong argument's error, as
// web/src/errors.js does. Other errors stay as they are.
func blame(function string, err error) error {
	if wrong, is := errors.AsType[page.TypeError](err); is {
		return page.TypeError("godeferred." + function + ": " + string(wrong))
	}
	return err
}
