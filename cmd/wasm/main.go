//go:build js && wasm

// Command wasm is the page bundle: the machine behind leaf exports, and the Go functions that the
// page face calls.
package main

import "syscall/js"

func main() {
	js.Global().Get("__godeferred").Set("functions", map[string]any{})
	select {}
}
