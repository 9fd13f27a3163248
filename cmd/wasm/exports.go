//go:build js && wasm

//lint:file-ignore U1000 the page calls these

package main

import (
	animbundle "github.com/godeferred/godeferred/anim/bundle"
	"github.com/godeferred/godeferred/deferred/bundle"
)

// The whole boundary that page calls cross without a js.FuncOf: leaf exports.
//
// The rules. What yields ends the program at once (e2e/stress has it do so); the others keep it from
// coming to that, and cost nothing:
//
//  1. Parameters and results are integers.
//  2. A body is one call of the machine, which does not block, yield, allocate, start goroutines,
//     call out, or grow the stack (//go:nosplit): an export runs on whatever goroutine is paused or
//     calls the page just then, and must not give way to another.
//  3. Nothing panics, whatever the page passes.
//  4. The answer says what to do; the page does it after the export has returned.
//  5. Nothing here has memory of its own: there is no table to grow, free or corrupt.

//go:wasmexport gd_step
//go:nosplit
func step(state, event int32) int32 { return bundle.Step(state, event) }

//go:wasmexport gd_arrive
//go:nosplit
func arrive(remaining int32) int32 { return bundle.Arrive(remaining) }

//go:wasmexport gd_leave
//go:nosplit
func leave(state, waiting int32) int32 { return bundle.Leave(state, waiting) }

//go:wasmexport gd_queue
//go:nosplit
func queue(state, event int32) int32 { return animbundle.QueueStep(state, event) }
