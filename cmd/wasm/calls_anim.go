//go:build js && wasm

package main

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/bundle"
)

// callAnim is (function, rule, questions): the answers of a rule of animations. The page does the
// rest. function is the page's name for what asks, for errors.
func callAnim(_ safejs.Value, args []safejs.Value) (any, error) {
	var texts [3]string
	for i := range texts {
		text, err := arguments(args).string(i)
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	answers, err := bundle.Answer(texts[1], texts[2])
	if err != nil {
		return nil, blame(texts[0], err)
	}
	return answers, nil
}
