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
// The handler runs inside the event, where preventDefault works, and must not wait for the page. A panic in it is
// reported (deferred.OnReport).
func Once(ctx context.Context, target safejs.Value, event string, handler func(event safejs.Value)) (stop func(), err error) {
	if !listens(target) {
		return nil, page.Wrong("target", listeners, target)
	}
	if event == "" {
		return nil, wrong.TypeError(`event must be the name of an event, not ""`)
	}
	l, err := listen(ctx, target, []string{event}, func(l *listening, event safejs.Value) {
		l.stop()
		handler(event)
	})
	if err != nil {
		return nil, err
	}
	return l.stop, nil
}
