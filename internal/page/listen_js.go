package page

import (
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// What a Listener hears of.
const (
	Done     = iota // it was resolved
	Failed          // it was rejected
	Progress        // it was notified; only the page's deferreds are

	kinds // how many there are
)

// A Listener hears what becomes of a thenable: first of any progress, then once how it ended. It
// runs inside the page's call and must not wait.
type Listener func(what int, values []safejs.Value)

// Then reads a value's then, once (Promises/A+ 2.3.3.1), and tells whether it is a thenable. What the
// getter throws is the error.
func Then(value safejs.Value) (then safejs.Value, is bool, err error) {
	if !IsObject(value) {
		return safejs.Undefined(), false, nil
	}
	then, err = invoke(reflectGet, safejs.Unsafe(value), thenName)
	return then, TypeOf(then) == safejs.TypeFunction, err
}

// Listen calls a thenable's then with a function for each thing that a Listener hears of. An exception
// of then counts as a rejection, unless it has called back before (Promises/A+ 2.3.3.3.4).
//
// Until the promise ends or stop is called, it counts as live. stop forgets the listener, and aborts the
// promise, if a reason is given, it still was listened to and has an abort: one of godeferred's unless something else waits for
// it, and with the page's value of the reason; any other, such as jQuery's jqXHR, at once. stop may be called
// any number of times.
func Listen(promise, then safejs.Value, hear Listener) (stop func(reason error)) {
	return listen(promise, then, kinds, hear)
}

// listen is Listen with the first few functions only: each costs 1 to 2 µs.
func listen(promise, then safejs.Value, functions int, hear Listener) (stop func(reason error)) {
	id := remember(hear)
	call := append(make([]any, 0, 2+kinds), safejs.Unsafe(then), safejs.Unsafe(promise))
	for what := range functions {
		bound, err := bind(id, what)
		if err != nil {
			tell(id, Failed, []safejs.Value{Thrown(err)})
			return func(error) {}
		}
		call = append(call, safejs.Unsafe(bound))
	}
	derived, err := invoke(callOn, call...)
	if err != nil {
		tell(id, Failed, []safejs.Value{Thrown(err)})
	}
	return func(reason error) {
		if take(id) != nil && reason != nil {
			abort(promise, derived, reason)
		}
	}
}

// abort aborts a promise. It aborts derived, the result of its then, if that has an abort: a promise of godeferred's
// then goes on while something else waits for it.
func abort(promise, derived safejs.Value, reason error) {
	if stop, _ := Get(derived, "abort"); TypeOf(stop) == safejs.TypeFunction {
		if _, err := apply(stop, derived, Thrown(reason)); err != nil {
			Report(err)
		}
		return
	}
	if stop, _ := Get(promise, "abort"); TypeOf(stop) == safejs.TypeFunction {
		// Without the reason: jQuery would take it for the text of the status.
		if _, err := apply(stop, promise); err != nil {
			Report(err)
		}
	}
}

// Callback returns a page function that calls fn at most once. It makes no Go function (js.Func). Until
// then, or until forget is called, it counts as live.
func Callback(fn func()) (function safejs.Value, forget func(), err error) {
	return once(func([]safejs.Value) { fn() })
}

// once is Callback with the arguments.
func once(fn func(values []safejs.Value)) (function safejs.Value, forget func(), err error) {
	id := remember(func(_ int, values []safejs.Value) { fn(values) })
	function, err = bind(id, Done)
	if err != nil {
		take(id)
	}
	return function, func() { take(id) }, err
}

// Each listener has a number, which its page functions carry, and all of them share one Go
// function bound to different numbers. A pair of Go functions for each was tried: a promise that is
// no longer waited for keeps its callbacks until it settles, which may be never, and a thenable that
// calls back twice calls a released one. A number that is forgotten is simply unknown.
var (
	listenersMu sync.Mutex
	listeners   = map[int]Listener{}
	lastID      int
)

func remember(hear Listener) (id int) {
	listenersMu.Lock()
	defer listenersMu.Unlock()
	lastID++
	listeners[lastID] = hear
	live.Add(1)
	return lastID
}

// take returns a listener and forgets it; nil where that was done before.
func take(id int) Listener {
	listenersMu.Lock()
	defer listenersMu.Unlock()
	hear, ok := listeners[id]
	if ok {
		delete(listeners, id)
		live.Add(-1)
	}
	return hear
}

func tell(id, what int, values []safejs.Value) {
	var hear Listener
	if what == Progress {
		listenersMu.Lock()
		hear = listeners[id]
		listenersMu.Unlock()
	} else {
		hear = take(id)
	}
	if hear != nil {
		hear(what, values)
	}
}

// bind returns the page function that tells the listener of that number. The number is its this rather than
// its first argument: each argument of a call takes 1 µs.
func bind(id, what int) (safejs.Value, error) {
	return invoke(bindTeller, id*kinds+what)
}

// teller is the function behind all of them. It is made once, stays, and has no owner.
func teller() js.Value {
	f, err := rawFunc(func(this safejs.Value, args []safejs.Value) any {
		collectSoon()
		_, _ = contain(func() (struct{}, error) { // which has reported a panic
			number := numberOf(safejs.Unsafe(this))
			tell(number/kinds, number%kinds, args)
			return struct{}{}, nil
		})
		return empty
	})
	if err != nil {
		panic(err)
	}
	return safejs.Unsafe(f.Value())
}

// numberOf reads a this that is a number. It is an object where Go's loader has lost its "use strict",
// as a script does that others are put before in one file.
func numberOf(this js.Value) int {
	if this.Type() == js.TypeObject {
		this = this.Call("valueOf")
	}
	return this.Int()
}
