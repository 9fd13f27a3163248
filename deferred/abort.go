package deferred

import "github.com/godeferred/godeferred/deferred/internal/machine"

// abortable holds the work behind a promise, and counts what waits for it.
type abortable struct {
	stops   []func(reason error) // end the work, if p is where work is done
	sources []*core              // the promises that it waits for, if it is derived from others
	waiting int32                // promises derived from it, and Awaits
	held    bool                 // callbacks of Done, Fail or Always wait, too; they never stop waiting
	left    int                  // promises that no longer wait, though their callbacks and reactions are still there
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
	// A loop: the stack of a program in a page is too small for a long chain.
	stack := c.giveUp(nil, reason, expected)
	for len(stack) != 0 {
		next := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if next.source.letGo(next.of) {
			stack = next.source.giveUp(stack, reason, true)
		}
	}
}

// A waiter is a promise that has waited for another.
type waiter struct{ source, of *core }

// giveUp rejects c, if it can be aborted, and adds c's sources to a stack, the first on top.
func (c *core) giveUp(stack []waiter, reason error, expected bool) []waiter {
	c.mu.Lock()
	if c.outcome() != machine.Pending || len(c.stops)+len(c.sources) == 0 {
		c.mu.Unlock()
		return stack
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
	for i := len(sources) - 1; i >= 0; i-- {
		stack = append(stack, waiter{sources[i], c})
	}
	return stack
}

func stopWith(stop func(error), reason error) {
	defer reportPanic()
	stop(reason)
}

// letGo counts one less that waits, and forgets what that one has added: c may stay pending as long as the program runs.
// of has settled; it is nil for what has added nothing. If of was aborted, abort c, too, where the machine decides so:
// letGo returns its answer.
func (c *core) letGo(of *core) (unwanted bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting--
	if of != nil {
		c.forget()
	}
	waiting := c.waiting
	if c.held {
		waiting++
	}
	return machine.Leave(c.state, waiting) == 1
}

// forget removes what promises have added that have settled since. Call with c.mu held, after each of them.
func (c *core) forget() {
	if c.outcome() != machine.Pending {
		return
	}
	// Long lists are walked only once a good part of them is to go: what has settled does nothing when it is called.
	c.left++
	if all := len(c.done) + len(c.fail) + len(c.reactions); all > 32 && c.left*4 < all {
		return
	}
	c.left = 0
	c.done, c.fail = waitingOf(c.done), waitingOf(c.fail)
	var kept []reaction
	for _, r := range c.reactions {
		if r.of == nil || !r.of.over() {
			kept = append(kept, r)
		}
	}
	c.reactions = kept
}

// waitingOf returns the callbacks that still have something to do. (With slices.DeleteFunc, programs for pages were some kB
// larger.)
//
//go:noinline
func waitingOf(list []callback) (kept []callback) {
	for _, fn := range list {
		if fn.of == nil || !fn.of.over() {
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
