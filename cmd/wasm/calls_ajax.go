//go:build js && wasm

package main

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/bundle"
)

// callAsk is (function, question): asks the rules of requests. function is the page's name for what
// asks, for errors.
func callAsk(_ safejs.Value, args []safejs.Value) (any, error) {
	question, err := arguments(args).string(1)
	if err != nil {
		return nil, err
	}
	answer, err := bundle.Ask(question)
	if err != nil {
		function, e := arguments(args).string(0)
		if e != nil {
			return nil, e
		}
		return nil, blame(function, err)
	}
	return answer, nil
}
