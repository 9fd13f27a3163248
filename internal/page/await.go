//go:build js && wasm

package page

import (
	"context"

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
	type outcome struct {
		values []safejs.Value
		err    error
	}
	settled := make(chan outcome, 1)
	settle := func(o outcome) {
		select {
		case settled <- o:
		default: // a thenable that calls back twice: the first counts
		}
	}
	var owner Owner
	onDone, err := owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		settle(outcome{values: args})
		return nil, nil
	})
	if err != nil {
		return nil, err
	}
	onFail, err := owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		reason := safejs.Undefined()
		if len(args) > 0 {
			reason = args[0]
		}
		settle(outcome{err: AsError(reason)})
		return nil, nil
	})
	if err != nil {
		owner.Release()
		return nil, err
	}
	if _, err := promise.Call("then", onDone, onFail); err != nil {
		settle(outcome{err: Caught(err)})
	}
	select {
	case o := <-settled:
		owner.Release()
		return o.values, o.err
	case <-ctx.Done():
		// The promise holds the callbacks until it settles; released ones must not be called, so
		// they release themselves then.
		Go(func() error {
			<-settled
			owner.Release()
			return nil
		})
		return nil, context.Cause(ctx)
	}
}
