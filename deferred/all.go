package deferred

import (
	"errors"
	"fmt"
	"sync"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// The functions in this file are named after those of the page's own Promise and decide as they do.
// But what they return settles at once when one of the promises decides it: inside its callbacks, before
// the Resolve or Reject that caused it returns; inside the function itself if that one has settled
// before. Promises that have not settled by then go on. Aborting the returned promise aborts those that
// nothing else waits for: see Abort. Handlers of what they return run on the Queue of the first promise.

// All returns a promise of all values, in the order of the arguments; the first rejection, in time,
// rejects it. All of nothing is resolved with an empty slice.
func All[T any](ps ...*Promise[T]) *Promise[[]T] {
	values := make([]T, len(ps))
	return gather(ps, values, func(out *Promise[[]T], i int, outcome machine.State) bool {
		if outcome == machine.Rejected {
			out.reject(ps[i].err)
			return false
		}
		values[i] = ps[i].value
		return true
	}, func(out *Promise[[]T]) { out.resolve(values) })
}

// A Settlement is how a promise has ended: with Value, or with Err if that is not nil.
type Settlement[T any] struct {
	Value T
	Err   error
}

// AllSettled returns a promise, which is never rejected, of how all have ended, in the order of the
// arguments.
func AllSettled[T any](ps ...*Promise[T]) *Promise[[]Settlement[T]] {
	ends := make([]Settlement[T], len(ps))
	return gather(ps, ends, func(_ *Promise[[]Settlement[T]], i int, _ machine.State) bool {
		ends[i] = Settlement[T]{ps[i].value, ps[i].err}
		return true
	}, func(out *Promise[[]Settlement[T]]) { out.resolve(ends) })
}

// Any returns a promise of the first value, in time. If all are rejected, so is that, with an error
// that joins theirs in the order of the arguments (errors.Is and errors.As look into each); with
// ErrNone if there are none.
func Any[T any](ps ...*Promise[T]) *Promise[T] {
	if len(ps) == 0 {
		return Rejected[T](ErrNone)
	}
	errs := make([]error, len(ps))
	var none T
	return gather(ps, none, func(out *Promise[T], i int, outcome machine.State) bool {
		if outcome == machine.Resolved {
			out.resolve(ps[i].value)
			return false
		}
		errs[i] = ps[i].err
		return true
	}, func(out *Promise[T]) { out.reject(fmt.Errorf("all promises are rejected: %w", errors.Join(errs...))) })
}

// Race returns a promise of the first outcome, in time, be it a value or an error. As in a page, that
// of no promises at all stays pending.
func Race[T any](ps ...*Promise[T]) *Promise[T] {
	if len(ps) == 0 {
		return New[T]().Promise()
	}
	var none T
	return gather(ps, none, func(out *Promise[T], i int, _ machine.State) bool {
		out.settle(ps[i].value, ps[i].err)
		return false
	}, func(*Promise[T]) {})
}

// gather returns a promise that arrived settles when one of ps has settled, or lets count; last
// settles it when all have been counted. Nothing at all resolves it with empty.
func gather[T, U any](ps []*Promise[T], empty U, arrived func(out *Promise[U], i int, outcome machine.State) (count bool), last func(*Promise[U])) *Promise[U] {
	if len(ps) == 0 {
		return Resolved(empty)
	}
	sources := make([]*core, len(ps))
	for i, p := range ps {
		sources[i] = &p.core
	}
	out := joined[U](sources)
	count := newCount(len(ps))
	for i, source := range sources {
		hear := func(outcome machine.State) func() {
			return func() {
				if arrived(out, i, outcome) && count.arrive() {
					last(out)
				}
			}
		}
		source.tellJoin(&out.core, hear(machine.Resolved), hear(machine.Rejected))
	}
	return out
}

// joined returns a pending promise that waits for some others, of which there is at least one.
func joined[U any](sources []*core) *Promise[U] {
	out := new(Promise[U])
	out.queue = sources[0].queueOf()
	out.sources = sources
	for _, source := range sources {
		source.count()
	}
	return out
}

// tellJoin adds the callbacks of a join, which count as handling a rejection even if it has settled by now.
func (c *core) tellJoin(join *core, done, fail func()) {
	c.addOf(join, machine.AddDone, done)
	c.addOf(join, machine.AddFail, fail)
	if join.over() {
		c.mu.Lock()
		c.forget()
		c.mu.Unlock()
	}
}

// A count waits for a number of arrivals, on any goroutines.
type count struct {
	mu   sync.Mutex
	left int32
}

func newCount(n int) *count { return &count{left: int32(n)} }

// arrive answers true to the last of them.
func (c *count) arrive() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.left = machine.Arrive(c.left)
	return c.left == 0
}
