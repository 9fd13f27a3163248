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
// The page's promise is derived from p, as one of Then's is: aborting it, or what is chained to it while
// nothing else waits for it, rejects it with the page's reason (a *PageError here) and lets go of p, whose
// work is aborted if nothing else waits for that either: see Abort. Native promises have no abort.
//
// The error is about making the promise, and so rare: a page without Promise.
func ToJS[T any](p *Promise[T]) (safejs.Value, error) {
	made, err := page.NewPromise()
	if err != nil {
		return safejs.Undefined(), err
	}
	twin := joined[T]([]*core{&p.core})
	if p.State() == StatePending {
		err = made.OnAbort(twin.Abort)
	}
	if err != nil {
		p.letGo(nil)
		return safejs.Undefined(), err
	}
	p.Progress(func(v any) { notifyJS(made.Notify, v) })
	twin.Done(func(v T) { resolveJS(made, v) })
	twin.Fail(made.Reject)
	p.tellJoin(&twin.core, func() { twin.resolve(p.value) }, func() { twin.reject(p.err) })
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

// notifyJS passes progress on; what no page can have is reported.
func notifyJS(notify func(values ...any), v any) {
	values, err := values(v)
	if err != nil {
		page.Report(err)
		return
	}
	notify(values...)
}

// values are the arguments that v stands for.
func values(v any) ([]any, error) {
	if text, is := v.(page.JSON); is {
		return []any{text}, nil
	}
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
