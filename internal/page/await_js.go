package page

import (
	"context"

	"github.com/hack-pad/safejs"
)

// Await waits until promise, any thenable, settles, and returns all that it was settled with: zero
// arguments and many are legal. A rejection is an *Error of its first argument. When ctx is done
// first, Await returns the cause of that, and what the promise brings later is dropped; the promise is
// aborted, if it can be: see Listen.
//
// It blocks its goroutine. In a Handler, where that would freeze the program, it returns
// ErrWouldBlock at once.
func Await(ctx context.Context, promise safejs.Value) ([]safejs.Value, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	then, is, err := Then(promise)
	if err != nil {
		return nil, err
	}
	if !is {
		return nil, Wrong("promise", "a thenable", promise)
	}
	return AwaitThen(ctx, promise, then)
}

// AwaitThen is Await for a promise whose then has been read.
func AwaitThen(ctx context.Context, promise, then safejs.Value) ([]safejs.Value, error) {
	if WouldBlock() {
		return nil, ErrWouldBlock
	}
	settled := make(chan outcome, 1)
	stop := listen(promise, then, 2, func(what int, values []safejs.Value) {
		o := outcome{values: values}
		if what == Failed {
			o = outcome{err: Reason(values)}
		}
		settled <- o // heard once
	})
	select {
	case o := <-settled:
		return o.values, o.err
	case <-ctx.Done():
		cause := context.Cause(ctx)
		stop(cause)
		return nil, cause
	}
}

type outcome struct {
	values []safejs.Value
	err    error
}
