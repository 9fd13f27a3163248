package deferred

import (
	"context"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// Await blocks its goroutine until p settles, and returns its value or its error. A promise that has
// settled answers at once, whatever ctx says. When ctx is done first, Await returns the cause of that
// and p goes on: it is not aborted (see Abort). Await counts as handling a rejection.
//
// It returns as soon as p is settled, when callbacks may still be running. Inside a function that a
// page has called, a pending promise gives ErrWouldBlock at once.
func (p *Promise[T]) Await(ctx context.Context) (T, error) {
	settled, pending := p.wait(false)
	if !pending {
		return p.value, p.err
	}
	defer p.letGo(nil)
	var none T
	if wouldBlock() {
		return none, ErrWouldBlock
	}
	select {
	case <-settled:
		return p.value, p.err
	case <-ctx.Done():
	}
	select {
	case <-settled: // both: chance does not decide
		return p.value, p.err
	default:
		return none, context.Cause(ctx)
	}
}

// Settled returns a channel that is closed when p settles, for select; Result has the outcome then.
// It is always the same channel, and closed before any callback runs. Asking for it counts as
// handling a rejection.
func (p *Promise[T]) Settled() <-chan struct{} {
	settled, pending := p.wait(true)
	if !pending {
		return closed
	}
	return settled
}

// Result returns p's value or error, and ErrPending while it has none. Once p has settled, asking
// counts as handling a rejection.
func (p *Promise[T]) Result() (T, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.outcome() == machine.Pending {
		var none T
		return none, ErrPending
	}
	p.step(machine.Then)
	return p.value, p.err
}

// wait is a reaction of a kind of its own: what it wakes is a goroutine, which needs no queue. Those
// that hold are not counted, since nobody says when they stop waiting.
func (c *core) wait(hold bool) (settled chan struct{}, pending bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if answer := c.step(machine.Then); answer&machine.KeepThen == 0 {
		return nil, false
	}
	if c.settled == nil {
		c.settled = make(chan struct{})
	}
	if hold {
		c.held = true
	} else {
		c.waiting++
	}
	return c.settled, true
}

var closed = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()
