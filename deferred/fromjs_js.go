package deferred

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// FromJS returns a promise of what a promise of the page's settles with: a native one, a deferred of
// the bundle's or of jQuery's, any object or function with a then. All arguments arrive, and so does
// progress, as Args. A rejection is a *PageError of the first argument, with all of them in Args.
//
// then is read once and called once, before FromJS returns; what it does after it has called back, an
// exception included, counts for nothing (Promises/A+ 2.3.3.3). A value without a then resolves the
// promise. What it is resolved with is passed on as it is, even if that is a thenable, as jQuery's can.
//
// The promise settles inside the page's call, with its callbacks; they must not wait. Abort aborts the page's
// promise, too, if it has an abort, as godeferred's and jQuery's requests have: one of godeferred's unless
// something else waits for it. Any other is forgotten.
func FromJS(value safejs.Value) *Promise[Args] {
	d := New[Args]()
	then, is, err := page.Then(value)
	if err != nil {
		d.Reject(err)
		return d.Promise()
	}
	if !is {
		d.Resolve(Args{value})
		return d.Promise()
	}
	var stop func(reason error)
	d.OnAbort(func(reason error) { stop(reason) })
	stop = page.Listen(value, then, func(what int, values []safejs.Value) {
		switch what {
		case page.Done:
			d.Resolve(values)
		case page.Failed:
			d.Reject(page.Reason(values))
		default:
			d.Notify(Args(values))
		}
	})
	return d.Promise()
}

// AwaitJS blocks its goroutine until a promise of the page's settles, and returns all that it was
// settled with: see FromJS, which it is but for progress. When ctx is done first, or was before, it
// returns the cause of that; the promise is aborted as FromJS says, and what it brings later is dropped. Inside a function that the page
// has called it returns ErrWouldBlock at once.
func AwaitJS(ctx context.Context, value safejs.Value) (Args, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	then, is, err := page.Then(value)
	if err != nil {
		return nil, err
	}
	if !is {
		return Args{value}, nil
	}
	return page.AwaitThen(ctx, value, then)
}
