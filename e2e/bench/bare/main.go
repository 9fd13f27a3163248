//go:build js && wasm

// Command bare is the least that a Go program on safejs can be: it tells the page that it runs, and waits. What the
// runtime takes to start is compared with it.
package main

import "github.com/hack-pad/safejs"

func main() {
	started, err := safejs.Global().Get("started")
	if err == nil {
		_, err = started.Invoke()
	}
	if err != nil {
		panic(err)
	}
	select {}
}
