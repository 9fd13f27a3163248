//go:build js && wasm

// Command wasm is the page bundle: the machine behind leaf exports (exports.go), and the Go functions
// that the page face calls (the rest).
package main

import (
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// calls is what the page face can call by name: see web/src/calls.js.
var calls = map[string]page.Handler{
	"live": callLive,
	"ask":  callAsk,
	"anim": callAnim,
}

// main hands them over and waits for ever: when a program has ended, nothing of it can be called.
func main() {
	var owner page.Owner // never released
	functions := map[string]any{}
	for name, handler := range calls {
		fn, err := owner.Func(handler)
		if err != nil {
			panic(err) // load.js says that the program did not start
		}
		functions[name] = safejs.Unsafe(fn)
	}
	js.Global().Get("__godeferred").Set("functions", functions)
	select {}
}

// callLive answers how many callbacks are alive, these among them: what tests watch for leaks.
func callLive(safejs.Value, []safejs.Value) (any, error) {
	return page.Live(), nil
}
