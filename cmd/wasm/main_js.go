// Command wasm is the default runtime of a page: the rules of requests and of animations, and nothing
// else. What it depends on is guarded by tools/layers, since every page downloads it.
package main

import "github.com/godeferred/godeferred/internal/runtime"

// main waits for ever: when a program has ended, nothing of it can be called.
func main() {
	runtime.Start()
	select {}
}
