package deferred

import "github.com/godeferred/godeferred/deferred/internal/machine"

// abortable is what is known about who works on a promise, and who waits for it.
type abortable struct {
	stops   []func(reason error) // end the work, if p is where work is done
	sources []*core              // the promises that it waits for, if it is derived from others
	waiting int32                // promises derived from it, and Awaits
	held    bool                 // others wait, too, who never stop: callbacks of Done, Fail and Always
}

// Abort gives up a promise that is pending. The work behind it, if it is to be ended (see
// Deferred.OnAbort, Go, Map, Wait), is told to, with the reason, and the promise is rejected with the
// reason. nil stands for ErrAborted.
//
// A promise that is derived from others (by Then, All, Timeout, …) is rejected in the same way, and
// lets go of the others; those for which nothing waits any more are aborted in turn. A derived
// promise, a callback (but for Progress) and an Await under way are what waits. So Abort at the end of a chain ends the
// work at its start, unless someone else wants the result.
//
// Nothing happens to a promise that has settled, and to a Deferred's own without OnAbort. The rejection
// of an aborted promise is never unhandled: who aborts knows.
func (p *Promise[T]) Abort(reason error) {
	if reason == nil {
		reason = ErrAborted
	}
	p.abort(reason, true)
}

// abort is Abort. expected says that the rejection is known to somebody, and never unhandled.
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
	for _, source := range sources {
		source.letGo(reason)
	}
}

func stopWith(stop func(error), reason error) {
	defer reportPanic()
	stop(reason)
}

// letGo counts one less that waits. If there is a reason, which only those have that are aborted
// themselves, the machine says whether c is aborted, too.
func (c *core) letGo(reason error) {
	c.mu.Lock()
	c.waiting--
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

// count notes one more that waits.
func (c *core) count() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting++
}

// hold notes that someone waits for good: callbacks, if there are any.
func (c *core) hold(callbacks []func()) {
	if len(callbacks) != 0 {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.held = true
	}
}
