package deferred

import (
	"context"

	"github.com/godeferred/godeferred/internal/page"
)

// Go runs fn in a goroutine and returns the promise of what it returns. A panic in fn rejects the
// promise with a *PanicError and does not end the program.
//
// Abort cancels the context of fn with the reason and rejects the promise at once. The end of ctx
// cancels it, too, but then the promise settles when fn has returned, with what it makes of that. Notify
// with fn's context is progress of the promise.
func Go[T any](ctx context.Context, fn func(context.Context) (T, error)) *Promise[T] {
	ctx, cancel := context.WithCancelCause(ctx)
	d := New[T]()
	ctx = page.WithNotify(ctx, d.Notify)
	d.OnAbort(func(reason error) {
		// Before fn hears of it: fn may return at once, on another thread, and its result would count.
		d.Reject(reason)
		cancel(reason)
	})
	go page.Protect(func() (T, error) { return fn(ctx) }, func(v T, err error) {
		d.Settle(v, err)
		cancel(nil)
	})
	return d.Promise()
}
