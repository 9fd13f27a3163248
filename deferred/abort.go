package deferred

import "github.com/godeferred/godeferred/deferred/internal/machine"

// abortable holds the work behind a promise, and counts what waits for it.
type abortable struct {
	stops   []func(reason error) // end the work, if p is where work is done
	sources []*core              // the promises that it waits for, if it is derived from others
	waiting int32                // promises derived from it, and Awaits
	held    bool                 // callbacks of Done, Fail or Always wait, too; they never stop waiting
}

// Abort gives up a pending promise: it stops the work behind it (see Deferred.OnAbort, Go, Map, Wait) and rejects it,
// both with the reason. A nil reason stands for ErrAborted.
//
// A promise that is derived from others (by Then, All, Timeout, …) is rejected in the same way, and stops waiting for
// them. Those that nothing else waits for are aborted in turn; derived promises, callbacks (but for Progress) and calls
// of Await wait. So Abort at the end of a chain stops the work at its start, unless something else wants the result.
//
// Abort does nothing to a promise that has settled, nor to that of a Deferred without OnAbort. The rejection of an
// aborted promise is expected, and never reported as unhandled.
func (p *Promise[T]) Abort(reason error) {
	if reason == nil {
		reason = ErrAborted
	}
	p.abort(reason, true)
}

// abort is Abort. An expected rejection is not reported as unhandled.
func (c *core) abort(reason error, expected bool) {
	c.mu.Lock()
	if c.outcome() != machine.Pending || len(c.stops)+len(c.sources) == 0 {
		c.mu.Unlock()
		return
	}
	stops, sources := c.stops, c.sources
	c.stops, c.sources = nil, nil
	c.step(machine.Unlock)
	if expected {
		c.step(machine.Then)
	}
	c.mu.Unlock()
	for _, stop := range stops {
		stopWith(stop, reason)
	}
	c.reject(reason)
	c.unties()
	for _, source := range sources {
		source.letGo(c, reason)
	}
}

func stopWith(stop func(error), reason error) {
	defer reportPanic()
	stop(reason)
}

// letGo counts one less that waits, and forgets what that one has added: c may stay pending as long as the program runs.
// of is nil for what has added nothing. With a reason, which an aborted promise passes on, the machine decides whether c
// is aborted, too.
func (c *core) letGo(of *core, reason error) {
	c.mu.Lock()
	c.waiting--
	c.forget(of)
	waiting := c.waiting
	if c.held {
		waiting++
	}
	goesOn := machine.Leave(c.state, waiting) == 1
	c.mu.Unlock()
	if goesOn && reason != nil {
		c.abort(reason, true)
	}
}

// forget removes what of has added. Call with c.mu held. (With slices.DeleteFunc, programs for pages were some kB larger.)
func (c *core) forget(of *core) {
	if of == nil || c.outcome() != machine.Pending {
		return
	}
	c.done, c.fail = without(c.done, of), without(c.fail, of)
	var kept []reaction
	for _, r := range c.reactions {
		if r.of != of {
			kept = append(kept, r)
		}
	}
	c.reactions = kept
}

//go:noinline
func without(list []callback, of *core) (kept []callback) {
	for _, fn := range list {
		if fn.of != of {
			kept = append(kept, fn)
		}
	}
	return kept
}

// count counts one more that waits.
func (c *core) count() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting++
}

// hold notes that callbacks, if there are any, wait for good.
func (c *core) hold(callbacks []func()) {
	if len(callbacks) != 0 {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.held = true
	}
}
