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
// The first machine kept a record for each deferred in linear memory, and the page asked it through
// exports of the wasm at 10 to 25 ns a call. A function without memory of its own can be asked once for
// all: cmd/tables asks [Step] for each state and event when the script is built, and the page reads the
// answers from an array, at 1 or 2 ns, with no wasm. Nothing has to be allocated, freed by a finalizer
// or grown, and a fault of the page can corrupt nothing here. Measured in one run in Chromium, as
// records and as a table: create 69 and 27 ns, create + done + resolve 142 and 55 ns, ten done +
// resolve 438 and 126 ns, late done 67 and 5 ns, a hop of a chain 131 and 51 ns.
//
// So every function here takes and answers numbers, remembers nothing, panics for no argument and
// calls nothing but its neighbours.
package machine
