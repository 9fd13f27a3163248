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
// Call cancel when the work is done: it stops listening to the signal. A value that is not a signal is a TypeError;
// the exception of a getter is the page's own. With an error, the context is ctx, and cancel does nothing.
func WithSignal(ctx context.Context, signal safejs.Value) (context.Context, context.CancelFunc, error) {
	is, err := page.IsSignal(signal)
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
		if stop, err = page.OnSignal(signal, cancel); err != nil {
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
	signal, stop, err := page.NewSignal(ctx, func(cause error) []any {
		if cause == context.Canceled {
			return nil // abort makes the reason itself
		}
		return []any{page.Thrown(cause)}
	})
	if stop == nil {
		return signal, func() {}, err
	}
	return signal, func() { stop() }, err
}
