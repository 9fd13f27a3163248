// Package machine holds every rule about the states of deferreds, in numbers only.
//
// A slot stands for one deferred. The machine counts what hangs on it (callbacks for each
// outcome, progress callbacks, reactions of then) and answers, for each thing that happens to it,
// what its owner has to do: run so many callbacks, queue the reactions, ignore it. It never sees a
// function, a value, a context or a clock; those belong to the two faces, JavaScript objects
// (web/src) and typed Go values (package deferred).
//
// # Leaf operations
//
// The page calls most methods through //go:wasmexport, from any depth of its own stack and of
// Go's. Such a call must not grow a goroutine's stack: the runtime cannot unwind through an
// export's frame and dies with "unexpected return pc". So those methods are //go:nosplit, do not
// allocate, do not panic for any argument, keep no pointers in their tables (no write barriers)
// and call nothing but each other. Only New and Grow allocate; they run from ordinary Go.
//
// # Answers
//
// An answer is one int32. A negative one says "no" and why (Ignored, Later, Full, Invalid) or, for
// the operations that end a pass over callbacks, "over, and your slot is now ^answer". The bits of
// the positive ones are described at each operation.
package machine
