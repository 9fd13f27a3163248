//go:build js && wasm

package main

// The whole boundary that page calls cross without a js.FuncOf: leaf exports.
//
// The rules, each of which prevents a crash that was reproduced:
//
//  1. Parameters and results are integers.
//  2. A body is one call of the machine, which does not allocate, block, start goroutines, call
//     out, or grow the stack (//go:nosplit): an export runs on whatever goroutine is paused or
//     calls the page just then, and the runtime cannot unwind through its frame.
//  3. Nothing panics, whatever the page passes.
//  4. The answer says what to do; the page does it after the export has returned.
//  5. The tables grow elsewhere: see grow in main.go.

//go:wasmexport gd_take
//go:nosplit
func take() int32 { return deferreds.Take() }

//go:wasmexport gd_generation
//go:nosplit
func generation(first int32) int32 { return deferreds.Generation(first) }

//go:wasmexport gd_release
//go:nosplit
func release(first, generation int32) int32 { return deferreds.Release(first, generation) }

//go:wasmexport gd_live
//go:nosplit
func live() int32 { return deferreds.LiveBlocks() }

//go:wasmexport gd_state
//go:nosplit
func state(slot int32) int32 { return deferreds.State(slot) }

//go:wasmexport gd_add
//go:nosplit
func add(slot, kind, count int32) int32 { return deferreds.Add(slot, kind, count) }

//go:wasmexport gd_then
//go:nosplit
func then(slot int32) int32 { return deferreds.Then(slot) }

//go:wasmexport gd_settle
//go:nosplit
func settle(slot, outcome int32) int32 { return deferreds.Settle(slot, outcome) }

//go:wasmexport gd_ran
//go:nosplit
func ran(slot int32) int32 { return deferreds.Ran(slot) }

//go:wasmexport gd_notify
//go:nosplit
func notify(slot int32) int32 { return deferreds.Notify(slot) }

//go:wasmexport gd_progressed
//go:nosplit
func progressed(slot int32) int32 { return deferreds.Progressed(slot) }

//go:wasmexport gd_resume
//go:nosplit
func resume(slot int32) int32 { return deferreds.Resume(slot) }

//go:wasmexport gd_drained
//go:nosplit
func drained(count int32) int32 { return deferreds.Drained(count) }

//go:wasmexport gd_unhandled
//go:nosplit
func unhandled(slot int32) int32 { return deferreds.Unhandled(slot) }

//go:wasmexport gd_lock
//go:nosplit
func lock(slot int32) int32 { return deferreds.Lock(slot) }

//go:wasmexport gd_claim
//go:nosplit
func claim(slot, number int32) int32 { return deferreds.Claim(slot, number) }

//go:wasmexport gd_held
//go:nosplit
func held(slot, number int32) int32 { return deferreds.Held(slot, number) }

//go:wasmexport gd_expect
//go:nosplit
func expect(slot, count int32) int32 { return deferreds.Expect(slot, count) }

//go:wasmexport gd_arrive
//go:nosplit
func arrive(slot int32) int32 { return deferreds.Arrive(slot) }
