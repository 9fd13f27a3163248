package deferred

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Export makes a page function of fn, which returns a promise to the page: the bundle's own where the
// page has it, else a native one. fn runs in a goroutine, where it may wait, and starts before the call
// returns. The promise ends with what fn returns:
//
//   - a value resolves it: see Value. Args resolve the bundle's promise with all of them.
//   - an error rejects it: with the page's own value for a *PageError and what wraps one, else with an
//     Error whose message is the error's; its class is TypeError for a TypeError, and its name what the
//     method PageErrorName of an error answers, if it has one
//   - a panic is reported (see OnReport) and rejects it with an Error that carries Go's stack as
//     goStack; the program goes on.
//
// An AbortSignal among the arguments, or as the signal of an object that is the last one, is what ends
// ctx: its cause is a *PageError of the signal's reason, and an fn that returns it, or ctx.Err(), rejects with that
// very reason. The page's abort of the promise does the same, and rejects it at once, whatever fn
// returns; native promises have no abort. ctx ends, too, when fn has returned.
//
// Call release when the page cannot call the function any more. Calls under way are not stopped by
// it. The error is about making the function, and so rare.
func Export(fn func(ctx context.Context, args Args) (any, error)) (function safejs.Value, release func(), err error) {
	var owner page.Owner
	function, err = owner.Async(func(args []safejs.Value) safejs.Value {
		made, err := page.NewPromise()
		if err != nil {
			page.Report(err)
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
		ctx = page.WithNotify(ctx, func(v any) { notifyJS(made, v) })
		go page.Protect(func() (any, error) { return fn(ctx, args) }, func(v any, err error) {
			cause := context.Cause(ctx)
			end(nil)
			if p, panicked := err.(*PanicError); panicked {
				page.Report(p)
			}
			if errors.Is(err, context.Canceled) && cause != nil {
				err = cause
			}
			if err != nil {
				made.Reject(err)
			} else {
				resolveJS(made, v)
			}
		})
		return made.Value
	})
	return function, owner.Release, err
}
