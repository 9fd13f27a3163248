//go:build js && wasm

package page

import (
	"context"
	"sync"

	"github.com/hack-pad/safejs"
)

// Await waits until promise, any thenable, settles, and returns all that it was settled with: zero
// arguments and many are legal. A rejection is an *Error of its first argument. When ctx is done
// first, Await returns the cause of that, and what the promise brings later is dropped.
//
// It blocks its goroutine: never call it in a Handler.
func Await(ctx context.Context, promise safejs.Value) ([]safejs.Value, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	id, settled := await()
	defer forget(id)
	onDone, err := settler(id, true)
	if err != nil {
		return nil, err
	}
	onFail, err := settler(id, false)
	if err != nil {
		return nil, err
	}
	if _, err := Call(promise, "then", onDone, onFail); err != nil {
		settle(id, outcome{err: err})
	}
	select {
	case o := <-settled:
		return o.values, o.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

type outcome struct {
	values []safejs.Value
	err    error
}

// What is awaited goes by a number, which the callbacks carry, and all of them are one Go function
// bound to different numbers. A pair of Go functions for each Await was tried: a promise that is no
// longer waited for keeps its callbacks until it settles, which may be never, and a thenable that
// calls back twice calls a released one. A number that is forgotten is simply unknown.
var (
	waitsMu  sync.Mutex
	waits    = map[int]chan<- outcome{}
	lastWait int
)

func await() (id int, settled <-chan outcome) {
	c := make(chan outcome, 1)
	waitsMu.Lock()
	defer waitsMu.Unlock()
	lastWait++
	waits[lastWait] = c
	live.Add(1)
	return lastWait, c
}

// settle hands the outcome over; the first counts.
func settle(id int, o outcome) {
	waitsMu.Lock()
	c, ok := waits[id]
	waitsMu.Unlock()
	if !ok {
		return
	}
	select {
	case c <- o:
	default:
	}
}

func forget(id int) {
	waitsMu.Lock()
	delete(waits, id)
	waitsMu.Unlock()
	live.Add(-1)
}

// settler returns the page function that settles what has the number.
func settler(id int, resolved bool) (safejs.Value, error) {
	answer, err := answerAwait()
	if err != nil {
		return safejs.Undefined(), err
	}
	return answer.Call("bind", nil, id, resolved)
}

// answerAwait is the function behind all of them. It is made once, stays, and has no owner.
var answerAwait = sync.OnceValues(func() (safejs.Value, error) {
	f, err := funcOf(func(_ safejs.Value, args []safejs.Value) (any, error) {
		id, err := args[0].Int()
		if err != nil {
			return nil, err
		}
		resolved, err := args[1].Bool()
		if err != nil {
			return nil, err
		}
		values := args[2:]
		if resolved {
			settle(id, outcome{values: values})
			return nil, nil
		}
		reason := safejs.Undefined()
		if len(values) > 0 {
			reason = values[0]
		}
		settle(id, outcome{err: AsError(reason)})
		return nil, nil
	})
	return f.Value(), err
})
