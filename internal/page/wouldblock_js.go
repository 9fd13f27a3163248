package page

import (
	"runtime"
	"sync/atomic"
)

// WouldBlock tells whether it is called from a function that the page is calling: then waiting for
// the page would freeze it.
//
// It reads the stack of the goroutine that asks. There, each call that comes from the page stands
// as syscall/js.handleEvent, whoever made the function with FuncOf; a goroutine that the function
// has started has a stack of its own without it. Counting the functions under way was the other
// choice, but one that lets others run while it waits for a mutex or a channel of Go's would have
// made all of them look as if the page was calling them. It takes 1 to 2 µs for a stack that is not
// deep.
func WouldBlock() bool {
	var near [16]uintptr // small: thousands of goroutines wait with no more than a small stack
	n := runtime.Callers(2, near[:])
	return anyEntersGo(near[:n]) || n == len(near) && deepInside()
}

// deepInside looks at the whole of a stack that is deep.
func deepInside() bool {
	var pcs [256]uintptr
	for skip := 2; ; skip += len(pcs) {
		n := runtime.Callers(skip, pcs[:])
		if anyEntersGo(pcs[:n]) {
			return true
		}
		if n < len(pcs) {
			return false
		}
	}
}

func anyEntersGo(pcs []uintptr) bool {
	for _, pc := range pcs {
		if entersGo(pc) {
			return true
		}
	}
	return false
}

// entry is the number of the function that all calls of the page's come through; 0 is unknown yet.
var entry atomic.Uint64

// entersGo tells whether pc is in that function. Names take 1 µs each to look up, so that its
// number is kept: in wasm, a program counter is a function's number and 16 bits of a place inside.
func entersGo(pc uintptr) bool {
	number := uint64(pc) >> 16
	if known := entry.Load(); known != 0 {
		return number == known
	}
	if runtime.FuncForPC(pc).Name() != "syscall/js.handleEvent" { // Name of nil is ""
		return false
	}
	entry.Store(number)
	return true
}
