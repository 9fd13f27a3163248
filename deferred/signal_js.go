package deferred

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// contextOf returns a context that the first AbortSignal among the arguments ends, or the signal of an
// object that is the last. end ends it, too, with a cause, and stops listening.
func contextOf(args Args) (ctx context.Context, end context.CancelCauseFunc, err error) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signal, err := signalIn(args)
	if err != nil || signal.IsUndefined() {
		return ctx, cancel, err
	}
	stop, err := onAbort(signal, func() { cancel(reasonOf(signal)) })
	if err != nil {
		return ctx, cancel, err
	}
	return ctx, func(cause error) {
		stop()
		cancel(cause)
	}, nil
}

// signalIn is undefined where there is none. What a getter throws is an error.
func signalIn(args Args) (safejs.Value, error) {
	for _, arg := range args {
		if is, err := isSignal(arg); is || err != nil {
			return arg, err
		}
	}
	options := args.At(len(args) - 1)
	if page.TypeOf(options) != safejs.TypeObject {
		return safejs.Undefined(), nil
	}
	signal, err := page.Get(options, "signal")
	if err != nil {
		return safejs.Undefined(), err
	}
	if is, err := isSignal(signal); !is {
		return safejs.Undefined(), err
	}
	return signal, nil
}

// isSignal looks for a signal's members: instanceof would miss a signal of another frame or of a library.
func isSignal(value safejs.Value) (bool, error) {
	if page.TypeOf(value) != safejs.TypeObject {
		return false, nil
	}
	aborted, err := page.Get(value, "aborted")
	if err != nil || page.TypeOf(aborted) != safejs.TypeBoolean {
		return false, err
	}
	listen, err := page.Get(value, "addEventListener")
	return page.TypeOf(listen) == safejs.TypeFunction, err
}

// onAbort calls fn once the signal aborts, at once if it has, and returns what undoes it.
func onAbort(signal safejs.Value, fn func()) (stop func(), err error) {
	aborted, err := page.Get(signal, "aborted")
	if err != nil {
		return nil, err
	}
	if is, err := aborted.Bool(); is || err != nil {
		fn()
		return func() {}, err
	}
	listener, forget, err := page.Callback(fn)
	if err != nil {
		return nil, err
	}
	if _, err := page.Call(signal, "addEventListener", "abort", listener); err != nil {
		forget()
		return nil, err
	}
	return func() {
		forget()
		_, _ = page.Call(signal, "removeEventListener", "abort", listener) // nothing to do about one that will not
	}, nil
}

func reasonOf(signal safejs.Value) error {
	reason, err := page.Get(signal, "reason")
	if err != nil {
		return err
	}
	return page.AsError(reason)
}
