package page

import (
	"context"

	"github.com/hack-pad/safejs"
)

// NewSignal returns an AbortSignal that the end of ctx aborts, at once if ctx is done. reason makes abort's arguments
// from ctx's cause; without it there are none. release lets the end of ctx abort nothing any more. It returns whether
// that was in time.
func NewSignal(
	ctx context.Context, reason func(cause error) []any,
) (signal safejs.Value, release func() bool, err error) {
	controller, err := New("AbortController")
	if err == nil {
		signal, err = Get(controller, "signal")
	}
	if err != nil {
		return safejs.Undefined(), nil, err
	}
	abort := func() error {
		var args []any
		if reason != nil {
			args = reason(context.Cause(ctx))
		}
		_, err := Call(controller, "abort", args...)
		return err
	}
	if ctx.Err() != nil {
		return signal, func() bool { return false }, abort()
	}
	return signal, context.AfterFunc(ctx, func() { Go(abort) }), nil
}

// IsSignal looks for the members of an AbortSignal: instanceof would miss a signal of another frame or of a library.
// What a getter throws is an error.
func IsSignal(value safejs.Value) (bool, error) {
	if TypeOf(value) != safejs.TypeObject {
		return false, nil
	}
	aborted, err := Get(value, "aborted")
	if err != nil || TypeOf(aborted) != safejs.TypeBoolean {
		return false, err
	}
	listen, err := Get(value, "addEventListener")
	return TypeOf(listen) == safejs.TypeFunction, err
}

// OnSignal calls end with the signal's reason, an *Error, once it aborts, at once if it has. stop undoes it.
func OnSignal(signal safejs.Value, end func(reason error)) (stop func(), err error) {
	aborted, err := Get(signal, "aborted")
	if err != nil {
		return nil, err
	}
	if is, err := aborted.Bool(); is || err != nil {
		end(signalReason(signal))
		return func() {}, err
	}
	listener, forget, err := Callback(func() { end(signalReason(signal)) })
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

func signalReason(signal safejs.Value) error {
	reason, err := Get(signal, "reason")
	if err != nil {
		return err
	}
	return AsError(reason)
}
