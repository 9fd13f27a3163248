package page

import (
	"context"

	"github.com/hack-pad/safejs"
)

// Export makes a page function of fn, whose calls answer promises. ctx ends when the page aborts the promise,
// or a signal among the arguments, and when fn has returned. Calls under way go on after release.
func Export(fn Func) (function safejs.Value, release func(), err error) {
	if Linked() {
		function, release = exportLinked(fn)
		return function, release, nil
	}
	var owner Owner
	function, err = owner.Async(func(args []safejs.Value) safejs.Value {
		made, err := NewPromise()
		if err != nil {
			Report(err)
			return safejs.Undefined()
		}
		ctx, end, err := contextOf(args)
		if err != nil {
			made.Reject(err)
			return made.Value
		}
		if err := made.OnAbort(end); err != nil {
			end(err)
			made.Reject(err)
			return made.Value
		}
		go Protect(func() ([]any, error) { return fn(ctx, args, made.Notify) }, func(values []any, err error) {
			err = Outcome(ctx, err)
			end(nil)
			if err != nil {
				made.Reject(err)
			} else {
				made.Resolve(values...)
			}
		})
		return made.Value
	})
	return function, owner.Release, err
}

// contextOf returns a context that the first AbortSignal among the arguments ends, or the signal of an
// object that is the last. end ends it, too, with a cause, and stops listening.
func contextOf(args []safejs.Value) (ctx context.Context, end context.CancelCauseFunc, err error) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signal, err := signalIn(args)
	if err != nil || signal.IsUndefined() {
		return ctx, cancel, err
	}
	stop, err := OnSignal(signal, cancel)
	if err != nil {
		return ctx, cancel, err
	}
	return ctx, func(cause error) {
		stop()
		cancel(cause)
	}, nil
}

// signalIn returns undefined if the arguments have no signal. The error is the exception of a getter.
func signalIn(args []safejs.Value) (safejs.Value, error) {
	for _, arg := range args {
		if is, err := IsSignal(arg); is || err != nil {
			return arg, err
		}
	}
	if len(args) == 0 || TypeOf(args[len(args)-1]) != safejs.TypeObject {
		return safejs.Undefined(), nil
	}
	signal, err := Get(args[len(args)-1], "signal")
	if err != nil {
		return safejs.Undefined(), err
	}
	if is, err := IsSignal(signal); !is {
		return safejs.Undefined(), err
	}
	return signal, nil
}
