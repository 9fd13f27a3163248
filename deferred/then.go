package deferred

import "github.com/godeferred/godeferred/internal/page"

import "github.com/godeferred/godeferred/deferred/internal/machine"

// Handlers run on the Queue of the promise, never inside the call that adds them or settles the
// promise (Promises/A+ 2.2.4), in the order in which they became due. An error they return, and a
// panic in them (see PanicError), rejects the promise that is returned here. A handler may wait, but
// then it holds up the other handlers of its queue: let it return a promise instead (ThenPromise).

// Then returns a promise of what fn makes of p's value. A rejection of p, which fn does not see, and
// progress pass through.
func Then[T, U any](p *Promise[T], fn func(T) (U, error)) *Promise[U] {
	return derive(p, func(child *Promise[U], outcome machine.State) {
		if outcome == machine.Rejected {
			child.reject(p.err)
			return
		}
		page.Protect(func() (U, error) { return fn(p.value) }, child.settle)
	})
}

// ThenPromise is Then for a handler that starts something: the promise ends as the one that fn
// returns, whose progress it passes on.
func ThenPromise[T, U any](p *Promise[T], fn func(T) *Promise[U]) *Promise[U] {
	return derive(p, func(child *Promise[U], outcome machine.State) {
		if outcome == machine.Rejected {
			child.reject(p.err)
			return
		}
		page.Protect(func() (*Promise[U], error) { return fn(p.value), nil }, child.followOr)
	})
}

// Handle returns a promise of what fn makes of either outcome: the value, or the error and the zero
// value. It is jQuery's then with both handlers.
func Handle[T, U any](p *Promise[T], fn func(T, error) (U, error)) *Promise[U] {
	return derive(p, func(child *Promise[U], _ machine.State) {
		page.Protect(func() (U, error) { return fn(p.value, p.err) }, child.settle)
	})
}

// HandlePromise is Handle for a handler that starts something: see ThenPromise.
func HandlePromise[T, U any](p *Promise[T], fn func(T, error) *Promise[U]) *Promise[U] {
	return derive(p, func(child *Promise[U], _ machine.State) {
		page.Protect(func() (*Promise[U], error) { return fn(p.value, p.err), nil }, child.followOr)
	})
}

// Catch returns a promise of p's value or, if p is rejected, of what fn makes of the error. Progress
// passes through.
func (p *Promise[T]) Catch(fn func(error) (T, error)) *Promise[T] {
	return Handle(p, func(v T, err error) (T, error) {
		if err == nil {
			return v, nil
		}
		return fn(err)
	})
}

// Finally returns a promise of p's outcome, whichever it is, once fn has run; an error that fn
// returns takes the outcome's place. Progress passes through.
func (p *Promise[T]) Finally(fn func() error) *Promise[T] {
	return Handle(p, func(v T, outcome error) (T, error) {
		if err := fn(); err != nil {
			return v, err
		}
		return v, outcome
	})
}

func (p *Promise[T]) followOr(to *Promise[T], err error) {
	if err != nil {
		p.reject(err)
		return
	}
	p.follow(to)
}
