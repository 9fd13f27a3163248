package deferred

import (
	"errors"
	"slices"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// A Promise is a value that comes later, or the error that comes in its place. Promises are made by
// Deferred.Promise and by the functions of this package; all methods are safe in any goroutine and
// inside any callback.
//
// Callbacks of one promise, but for Progress, never run at the same time: one that is added while
// others run becomes the last of those, even if it is added on another goroutine, where Done then
// returns before it has run.
type Promise[T any] struct {
	core
	value T
}

// State tells whether the promise has settled and how. It is final already inside the first callback.
func (p *Promise[T]) State() State {
	p.mu.Lock()
	defer p.mu.Unlock()
	return State(p.outcome())
}

// A State is how far a promise has come.
type State int32

// The states of a promise. The last two are final.
const (
	StatePending  = State(machine.Pending)
	StateResolved = State(machine.Resolved)
	StateRejected = State(machine.Rejected)
)

// String returns jQuery's name of the state: "pending", "resolved" or "rejected".
func (s State) String() string {
	switch s {
	case StateResolved:
		return "resolved"
	case StateRejected:
		return "rejected"
	}
	return "pending"
}

// Done adds callbacks for the value, and returns p. They run in the order added: when p is resolved,
// on the goroutine that resolves it; if it is resolved already, at once, before Done returns.
func (p *Promise[T]) Done(fns ...func(T)) *Promise[T] {
	calls := make([]func(), 0, len(fns))
	for _, fn := range fns {
		if fn != nil { // jQuery ignores what is not a function
			calls = append(calls, func() { fn(p.value) })
		}
	}
	p.hold(calls)
	p.add(machine.AddDone, calls...)
	return p
}

// Fail adds callbacks for the error, and returns p: see Done. A rejection counts as handled then.
func (p *Promise[T]) Fail(fns ...func(error)) *Promise[T] {
	calls := make([]func(), 0, len(fns))
	for _, fn := range fns {
		if fn != nil { // jQuery ignores what is not a function
			calls = append(calls, func() { fn(p.err) })
		}
	}
	p.hold(calls)
	p.add(machine.AddFail, calls...)
	return p
}

// Always adds callbacks for both outcomes, and returns p: see Done. As in jQuery, it is Done and Fail
// at once, so it counts as handling a rejection; Result, inside, has the outcome.
func (p *Promise[T]) Always(fns ...func()) *Promise[T] {
	calls := make([]func(), 0, len(fns))
	for _, fn := range fns {
		if fn != nil { // jQuery ignores what is not a function
			calls = append(calls, fn)
		}
	}
	p.hold(calls)
	p.add(machine.AddAlways, calls...)
	return p
}

// Progress adds callbacks for notifications, and returns p. They run in the order added, on the
// goroutine that notifies; if there was a notification before, they get the last one at once, also
// after p has settled (jQuery 4). One that settles p runs inside its own pass: the remaining progress
// callbacks come after those of Done. When another goroutine settles p meanwhile, both run at the
// same time.
func (p *Promise[T]) Progress(fns ...func(any)) *Promise[T] {
	p.addProgress(slices.DeleteFunc(slices.Clone(fns), func(fn func(any)) bool { return fn == nil })...)
	return p
}

func (p *Promise[T]) settle(v T, err error) {
	if err != nil {
		p.reject(err)
	} else {
		p.resolve(v)
	}
}

func (p *Promise[T]) resolve(v T) {
	p.mu.Lock()
	answer := p.step(machine.Resolve)
	if answer&machine.Fire == 0 {
		p.mu.Unlock()
		return
	}
	p.value = v
	p.finish(answer)
}

func (c *core) reject(err error) {
	if err == nil {
		err = errNil
	}
	c.mu.Lock()
	answer := c.step(machine.Reject)
	if answer&machine.Fire == 0 {
		c.mu.Unlock()
		return
	}
	c.err = err
	c.finish(answer)
}

var errNil = errors.New("rejected without an error")
