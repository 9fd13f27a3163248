package dom

import (
	"context"
	"strings"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// On calls handler with every event of those names on target, such as "input" or, with spaces between them,
// "input change". stop removes the listener and lets go of handler; calling it again does nothing. The end of ctx does
// the same. One of the two is needed: Go cannot see that a target is gone, and would keep handler for ever.
//
// The handler runs inside the event, where preventDefault works, and must not wait for the page: start a goroutine, or
// see Debounce. A panic in it is reported (deferred.OnReport), and the next event calls it again.
func On(ctx context.Context, target safejs.Value, events string, handler func(event safejs.Value)) (stop func(), err error) {
	if !listens(target) {
		return nil, page.Wrong("target", listeners, target)
	}
	names := namesIn(events)
	if len(names) == 0 {
		return nil, wrong.TypeError("events must be names of events, separated by spaces, not " + wrong.Quote(events))
	}
	l, err := listen(ctx, target, names, func(_ *listening, event safejs.Value) { handler(event) })
	if err != nil {
		return nil, err
	}
	return l.stop, nil
}

// namesIn splits at spaces. (strings.Fields would bring tables of Unicode.)
func namesIn(events string) (names []string) {
	for events != "" {
		var name string
		if name, events, _ = strings.Cut(events, " "); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// listening is a handler of some events of a target.
type listening struct {
	target   safejs.Value
	names    []string
	listener safejs.Value
	owner    page.Owner
	stopped  bool
	forget   func() bool // has the end of ctx stop nothing any more
}

// listen has handler called with each of the events until stop is called, or ctx ends.
func listen(
	ctx context.Context, target safejs.Value, names []string, handler func(l *listening, event safejs.Value),
) (*listening, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	l := &listening{target: target, forget: func() bool { return true }}
	var err error
	l.listener, err = l.owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		if len(args) > 0 {
			handler(l, args[0])
		}
		return nil, nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if _, err := page.Call(target, "addEventListener", name, l.listener); err != nil {
			l.stop()
			return nil, err
		}
		l.names = append(l.names, name)
	}
	l.forget = context.AfterFunc(ctx, l.stop)
	return l, nil
}

func (l *listening) stop() {
	if l.stopped {
		return
	}
	l.stopped = true
	l.forget()
	for _, name := range l.names {
		_, _ = page.Call(l.target, "removeEventListener", name, l.listener) // nothing to do about a target that will not
	}
	l.owner.Release()
}
