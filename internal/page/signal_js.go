package page

import (
	"context"

	"github.com/hack-pad/safejs"
)

// WithSignal returns a context that the signal ends, with an *Error of the signal's reason as its cause. end
// ends it, too, with a cause, and stops listening.
func WithSignal(parent context.Context, signal safejs.Value) (ctx context.Context, end context.CancelCauseFunc, err error) {
	ctx, cancel := context.WithCancelCause(parent)
	stop, err := onAbort(signal, func() { cancel(reasonOf(signal)) })
	if err != nil {
		return ctx, cancel, err
	}
	return ctx, func(cause error) {
		stop()
		cancel(cause)
	}, nil
}

// onAbort calls fn once the signal aborts, at once if it has, and returns what undoes it.
func onAbort(signal safejs.Value, fn func()) (stop func(), err error) {
	aborted, err := Get(signal, "aborted")
	if err != nil {
		return nil, err
	}
	if is, err := aborted.Bool(); is || err != nil {
		fn()
		return func() {}, err
	}
	listener, forget, err := Callback(fn)
	if err != nil {
		return nil, err
	}
	if _, err := Call(signal, "addEventListener", "abort", listener); err != nil {
		forget()
		return nil, err
	}
	return func() {
		forget()
		_, _ = Call(signal, "removeEventListener", "abort", listener) // nothing to do about one that will not
	}, nil
}

func reasonOf(signal safejs.Value) error {
	reason, err := Get(signal, "reason")
	if err != nil {
		return err
	}
	return AsError(reason)
}
