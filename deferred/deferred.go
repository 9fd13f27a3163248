package deferred

import "github.com/godeferred/godeferred/deferred/internal/machine"

// A Deferred is the side of a promise that settles it. The zero value is ready to use; it must not be
// copied after first use. All methods are safe in any goroutine and inside any callback, and so are
// those of its Promise.
type Deferred[T any] struct {
	promise Promise[T]
}

// New returns a pending deferred, whose promise has a Queue of its own.
func New[T any]() *Deferred[T] { return new(Deferred[T]) }

// NewOn returns a pending deferred, whose promise and what is derived from it use the given queue.
func NewOn[T any](q *Queue) *Deferred[T] {
	d := new(Deferred[T])
	d.promise.queue = q
	return d
}

// Promise returns the promise of d: always the same.
func (d *Deferred[T]) Promise() *Promise[T] { return &d.promise }

// Resolve settles d with v. The Done and Always callbacks run on this goroutine, in the order added,
// before it returns; reactions of Then are queued before that. Only the first settling counts: further
// ones do nothing.
func (d *Deferred[T]) Resolve(v T) { d.promise.resolve(v) }

// Reject settles d with an error, as Resolve does with a value. nil stands for an error without words
// rather than for none: a rejected promise has an error.
func (d *Deferred[T]) Reject(err error) { d.promise.reject(err) }

// Settle is Resolve or, if err is not nil, Reject: for the results of a call.
func (d *Deferred[T]) Settle(v T, err error) { d.promise.settle(v, err) }

// Notify calls the Progress callbacks with v, on this goroutine, in the order added, before it
// returns; if a notification is under way, inside it or on another goroutine, v waits for its end and
// is passed on there. What was last notified is remembered for callbacks that come late. Nothing
// happens once d has settled.
func (d *Deferred[T]) Notify(v any) { d.promise.notify(v) }

// OnAbort has stop called with the reason if the promise is aborted while it is pending: see Abort.
// stop ends the work that would have settled d; it may settle d itself, and if it does not, d is
// rejected with the reason. Without stop, promises of d cannot be aborted. Several run in the order
// added.
func (d *Deferred[T]) OnAbort(stop func(reason error)) {
	p := &d.promise
	p.mu.Lock()
	defer p.mu.Unlock()
	if stop != nil && p.outcome() == machine.Pending {
		p.stops = append(p.stops, stop)
	}
}

// Resolved returns a promise that is resolved with v.
func Resolved[T any](v T) *Promise[T] {
	p := new(Promise[T])
	p.resolve(v)
	return p
}

// Rejected returns a promise that is rejected with err.
func Rejected[T any](err error) *Promise[T] {
	p := new(Promise[T])
	p.reject(err)
	return p
}
