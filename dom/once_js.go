package dom

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Once calls handler at most once: with the next event of that name on target. stop removes the listener; calling it
// again, or after the event, does nothing. The end of ctx removes it, too. One of the two is needed: Go cannot see that a
// target is gone, and would keep the callback for ever. To ask for the same event many times, use First.
//
// The handler runs inside the event, where preventDefault works, and must not wait for the page.
func Once(ctx context.Context, target safejs.Value, event string, handler func(event safejs.Value)) (stop func(), err error) {
	if !listens(target) {
		return nil, page.Wrong("target", listeners, target)
	}
	if event == "" {
		return nil, wrong.TypeError(`event must be the name of an event, not ""`)
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	var owner page.Owner
	var listener safejs.Value
	stopped := false
	unlisten := func() {
		if stopped {
			return
		}
		stopped = true
		_, _ = page.Call(target, "removeEventListener", event, listener) // nothing to do about a target that will not
		owner.Release()
	}
	stopWaiting := func() bool { return true }
	listener, err = owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		if stopped || len(args) == 0 {
			return nil, nil
		}
		stopWaiting()
		unlisten()
		handler(args[0])
		return nil, nil
	})
	if err != nil {
		return nil, err
	}
	if _, err := page.Call(target, "addEventListener", event, listener); err != nil {
		owner.Release()
		return nil, err
	}
	stopWaiting = context.AfterFunc(ctx, unlisten)
	return func() {
		stopWaiting()
		unlisten()
	}, nil
}
