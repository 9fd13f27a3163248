//go:build js && wasm

package main

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

// callFirstEvent is (make, function, target, event): the promises of the first such event on each
// of the targets, as an array. make makes a deferred, when one is needed; function is the page's
// name for this, for errors.
func callFirstEvent(_ safejs.Value, args []safejs.Value) (any, error) {
	function, err := arguments(args).string(1)
	if err != nil {
		return nil, err
	}
	event, err := arguments(args).string(3)
	if err != nil {
		return nil, err
	}
	targets, err := dom.FindTargets(args[2])
	if err != nil {
		return nil, blame(function, err)
	}
	if len(targets) == 0 {
		// Its promise would wait for ever, and nobody would know what for.
		return nil, blame(function, page.TypeError("target must mean at least one element, and means none"))
	}
	promises := make([]any, len(targets))
	for i, target := range targets {
		promise, err := dom.First(target, event, func() (safejs.Value, safejs.Value, error) { return makeDeferred(args[0]) })
		if err != nil {
			return nil, blame(function, err)
		}
		promises[i] = promise
	}
	return promises, nil
}

func makeDeferred(constructor safejs.Value) (promise, resolve safejs.Value, err error) {
	deferred, err := constructor.Invoke()
	if err != nil {
		return promise, resolve, page.Caught(err)
	}
	if resolve, err = deferred.Get("resolve"); err != nil {
		return promise, resolve, err
	}
	promise, err = deferred.Call("promise")
	return promise, resolve, page.Caught(err)
}
