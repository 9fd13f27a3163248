// Package machine holds every rule about the states of deferreds, in numbers only.
//
// A deferred's state is one small number: how it ended, if it has; whether it was notified, is
// handled, is locked in to another; which passes over its callbacks are under way. [Step] takes a
// state and what happens (an [Event]) and answers the state that follows and what the owner has to
// do ([Action] bits): keep the callback, call it now, fire the list, queue the reactions, ignore
// it. The machine never sees a function, a value, a context or a clock; those belong to the two
// faces, JavaScript objects (web/src) and typed Go values (package deferred).
//
// # Why a function of two numbers
//
// The first machine kept a record for each deferred in linear memory, and the page asked it
// through leaf exports at 10 to 25 ns a call. A function without memory of its own can be asked
// once for all: the page calls [Step] for each state and event when it starts, and from then on
// reads the answers from an array, at 1 or 2 ns. Nothing has to be allocated, freed by a
// finalizer or grown, and a fault of the page can corrupt nothing here. Measured in one run in
// Chromium, as records and as a table: create 69 and 27 ns, create + done + resolve 142 and 55 ns,
// ten done + resolve 438 and 126 ns, late done 67 and 5 ns, a hop of a chain 131 and 51 ns.
//
// # Leaf operations
//
// The page calls the functions of this package through //go:wasmexport, from any depth of its own
// stack and of Go's. Such a call runs on whatever goroutine is paused or calls the page just then,
// and must not give way to another: one that yields ends the program within seconds (e2e/stress
// does so when an export is made to). So every function here is //go:nosplit, allocates nothing,
// panics for no argument and calls nothing but its neighbours.
package machine
