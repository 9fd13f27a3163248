//go:build js && wasm

package main

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// work is something under way for the page, which settles a promise of the page's when it ends: see
// startGo in web/src/calls.js.
type work struct {
	ctx    context.Context
	number int          // the page's, for abort
	settle safejs.Value // (resolved, context, ...values)
	done   bool
}

// underway finds the work that the page wants to abort, by its number.
var underway = map[int]context.CancelCauseFunc{}

// aborted is the cause of an end that the page asked for. Reason is what it gave as such.
type aborted struct{ reason safejs.Value }

func (*aborted) Error() string { return "aborted" }

// newWork makes the work that the first two arguments are about: the function that settles, and
// its number.
func newWork(args arguments) (*work, error) {
	number, err := args.int(1)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	underway[number] = cancel
	return &work{ctx: ctx, number: number, settle: args[0]}, nil
}

// end settles the promise, with this as its context, and ends the work. Only the first call counts.
func (w *work) end(resolved bool, this any, values ...any) error {
	if w.done {
		return nil
	}
	w.done = true
	cancel := underway[w.number]
	delete(underway, w.number)
	_, err := w.settle.Invoke(append([]any{resolved, this}, values...)...)
	cancel(nil)
	return page.Caught(err)
}

// run calls wait, which should end the work, in a goroutine, where waiting for the page is possible.
// What it returns in place of that rejects the promise; a panic does, too.
func (w *work) run(wait func() error) {
	page.Go(func() error {
		if err := page.Contained(wait); err != nil {
			return w.end(false, safejs.Undefined(), page.Thrown(err))
		}
		return nil
	})
}

// callAbort ends the work with a number for the reason given; unless that is over.
func callAbort(_ safejs.Value, args []safejs.Value) (any, error) {
	number, err := arguments(args).int(0)
	if err != nil {
		return nil, err
	}
	if cancel, ok := underway[number]; ok {
		cancel(&aborted{reason: args[1]})
	}
	return nil, nil
}
