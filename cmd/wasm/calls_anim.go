//go:build js && wasm

package main

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
)

// callAnim is (rule, questions): the answers of a rule of animations. The page does the rest.
func callAnim(_ safejs.Value, args []safejs.Value) (any, error) {
	rule, err := arguments(args).string(0)
	if err != nil {
		return nil, err
	}
	questions, err := arguments(args).string(1)
	if err != nil {
		return nil, err
	}
	answers, err := anim.Answer(rule, questions)
	if err != nil {
		return nil, err
	}
	return answers, nil
}
