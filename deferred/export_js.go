package deferred

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Export makes a page function of fn, which returns a promise to the page: godeferred's own where the
// page has it, else a native one. fn runs in a goroutine, where it may wait, and starts before the call
// returns. The promise ends with what fn returns:
//
//   - a value resolves it: see Value. A promise or thenable of the page's is adopted, as from an async
//     function. Args resolve godeferred's promise with all of them.
//   - an error rejects it: see ErrorToJS
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
	return page.Export(funcOf(fn))
}

// funcOf makes of fn what the page's calls run: with progress, and values of the page's.
func funcOf(fn func(ctx context.Context, args Args) (any, error)) page.Func {
	return func(ctx context.Context, args []safejs.Value, notify func(values ...any)) ([]any, error) {
		v, err := fn(page.WithNotify(ctx, func(v any) { notifyJS(notify, v) }), args)
		if err != nil {
			return nil, err
		}
		return values(v)
	}
}
