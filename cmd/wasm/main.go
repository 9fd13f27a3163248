//go:build js && wasm

// Command wasm is the page bundle: the machine behind leaf exports, and the Go functions that the
// page face calls.
package main

import (
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred/bundle"
	"github.com/godeferred/godeferred/internal/page"
)

var deferreds = bundle.Machine(4096)

func main() {
	var owner page.Owner
	grow, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
		deferreds.Grow(1)
		return nil, nil
	})
	if err != nil {
		panic(err)
	}
	js.Global().Get("__godeferred").Set("functions", map[string]any{"grow": safejs.Unsafe(grow)})
	select {}
}
