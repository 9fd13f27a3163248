package deferred

import (
	"sync"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// attach adds a reaction, which runs when c is notified or settles, and if it has settled, soon.
func (c *core) attach(r reaction) {
	c.mu.Lock()
	defer c.mu.Unlock()
	answer := c.step(machine.Then)
	if answer&machine.Replay != 0 {
		r.queue.push(job{r, notified, c.last})
	}
	if answer&machine.KeepThen != 0 {
		c.reactions = append(c.reactions, r)
		c.waiting++
	}
	if answer&machine.Queue != 0 {
		r.queue.push(job{r, answer & machine.OutcomeMask, nil})
	}
}

// derive returns a promise that reacts to p. Progress passes through; react, which runs on the queue,
// gets the outcome, unless the promise has been aborted.
func derive[T, U any](p *Promise[T], react func(child *Promise[U], outcome machine.State)) *Promise[U] {
	child := new(Promise[U])
	child.queue = p.queueOf()
	child.sources = []*core{&p.core}
	p.attach(reaction{child.queue, func(kind machine.State, v any) {
		switch {
		case child.over():
		case kind == notified:
			child.notify(v)
		default:
			react(child, kind)
		}
	}, &child.core})
	return child
}

// over tells whether c has settled.
func (c *core) over() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.outcome() != machine.Pending
}

// follow locks p in to another promise: it ends as that one does (Promises/A+ 2.3.2).
func (p *Promise[T]) follow(to *Promise[T]) {
	if to == nil {
		p.reject(errNoPromise)
		return
	}
	if !p.ties(&to.core) {
		p.reject(ErrRing)
		return
	}
	p.mu.Lock()
	if p.step(machine.Lock)&machine.Locked == 0 { // aborted while the handler ran
		reason := p.err
		p.mu.Unlock()
		p.unties()
		to.count()
		if to.letGo(nil) {
			to.abort(reason, true)
		}
		return
	}
	p.sources = []*core{&to.core}
	q := p.queue
	p.mu.Unlock()
	to.attach(reaction{q, func(kind machine.State, v any) {
		if kind == notified {
			p.notify(v)
			return
		}
		p.unties()
		p.mu.Lock()
		p.step(machine.Unlock)
		p.mu.Unlock()
		p.settle(to.value, to.err)
	}, &p.core})
}

var followMu sync.Mutex

// ties notes that c will end as other does; not if that one, in the end, waits for c. Such a ring
// would stay pending, as it does in jQuery, and pass its progress round for ever.
func (c *core) ties(other *core) bool {
	followMu.Lock()
	defer followMu.Unlock()
	for at := other; at != nil; at = at.follows {
		if at == c {
			return false
		}
	}
	c.follows = other
	return true
}

func (c *core) unties() {
	followMu.Lock()
	defer followMu.Unlock()
	c.follows = nil
}
