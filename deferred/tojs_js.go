package deferred

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// ToJS returns a promise for the page of what p settles with: the bundle's own where the page has it
// (window.godeferred, ready), with progress, else a native one. Values become values of the page's as
// Value says; Args are all its arguments, of which a native promise takes the first. Errors become
// values as Export says.
//
// The error is about making the promise, and so rare: a page without Promise.
func ToJS[T any](p *Promise[T]) (safejs.Value, error) {
	made, err := page.NewPromise()
	if err != nil {
		return safejs.Undefined(), err
	}
	p.Progress(func(v any) {
		if values, err := values(v); err == nil {
			made.Notify(values...)
		} else {
			report(err)
		}
	})
	p.Done(func(v T) { resolveJS(made, v) })
	p.Fail(made.Reject)
	return made.Value, nil
}

// resolveJS resolves with v; with the error if v is nothing that a page can have.
func resolveJS(made *page.Promise, v any) {
	values, err := values(v)
	if err != nil {
		made.Reject(err)
		return
	}
	made.Resolve(values...)
}

// values are the arguments that v stands for.
func values(v any) ([]any, error) {
	args, many := v.(Args)
	if !many {
		value, err := Value(v)
		return []any{value}, err
	}
	all := make([]any, len(args))
	for i, arg := range args {
		all[i] = arg
	}
	return all, nil
}
