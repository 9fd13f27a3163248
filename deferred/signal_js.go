package deferred

import (
	"context"
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// WithSignal returns a context that ends with ctx, when the page's AbortSignal aborts, at once if it has, or when cancel
// is called. The cause of the signal's end is a *PageError of its reason. Undefined and null are no signal, as for
// fetch: an option that the page may leave out.
//
// Call cancel when the work is done: it stops listening to the signal. Where there is an error, a TypeError for what
// is no signal or the page's own for a getter that throws, the context is ctx, and cancel does nothing.
func WithSignal(ctx context.Context, signal safejs.Value) (context.Context, context.CancelFunc, error) {
	is, err := isSignal(signal)
	none := signal.IsUndefined() || signal.IsNull()
	if err == nil && !is && !none {
		err = page.Wrong("signal", "an AbortSignal", signal)
	}
	if err != nil {
		return ctx, func() {}, err
	}
	under, cancel := context.WithCancelCause(ctx)
	stop := func() {}
	if is {
		if stop, err = onAbort(signal, func() { cancel(reasonOf(signal)) }); err != nil {
			cancel(err)
			return ctx, func() {}, err
		}
		stop = sync.OnceFunc(stop)
		context.AfterFunc(ctx, stop)
	}
	return under, func() {
		stop()
		cancel(nil)
	}, nil
}

// Signal returns an AbortSignal for the page that the end of ctx aborts, at once if ctx is done. Its reason is the
// page's value for ctx's cause, as Export rejects with it: the very reason of a *PageError; an AbortError, as abort()
// gives it, if ctx was cancelled without a cause.
//
// Call release when the page's work is done; the signal does not abort any more. The error is about making the signal,
// and so rare.
func Signal(ctx context.Context) (signal safejs.Value, release func(), err error) {
	controller, err := page.New("AbortController")
	if err == nil {
		signal, err = page.Get(controller, "signal")
	}
	if err != nil {
		return safejs.Undefined(), func() {}, err
	}
	if ctx.Err() != nil {
		return signal, func() {}, abortWith(controller, context.Cause(ctx))
	}
	stop := context.AfterFunc(ctx, func() {
		page.Go(func() error { return abortWith(controller, context.Cause(ctx)) })
	})
	return signal, func() { stop() }, nil
}

func abortWith(controller safejs.Value, cause error) error {
	var reason []any
	if cause != context.Canceled {
		reason = []any{page.Thrown(cause)}
	}
	_, err := page.Call(controller, "abort", reason...)
	return err
}

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
