package deferred

import (
	"context"
	"sync"

	"github.com/godeferred/godeferred/internal/page"
)

// Map runs fn on each item, in goroutines, with at most that many under way (0 or less: all of them),
// and returns a promise of the results in the order of the items. The first failure, a panic included,
// rejects it: the context of those under way is cancelled with that error as its cause, and no more
// are started. So does the end of ctx, with its cause, and Abort, with the reason.
//
// The promise settles when all that was started has returned; after Abort, at once. Items are started
// in order, from one goroutine each time a place becomes free.
func Map[T, U any](ctx context.Context, items []T, concurrency int, fn func(context.Context, T) (U, error)) *Promise[[]U] {
	if concurrency <= 0 || concurrency > len(items) {
		concurrency = len(items)
	}
	return Go(ctx, func(ctx context.Context) ([]U, error) {
		m := &mapping[T, U]{items: items, results: make([]U, len(items)), fn: fn}
		ctx, m.cancel = context.WithCancelCause(ctx)
		defer m.cancel(nil)
		var workers sync.WaitGroup
		for range concurrency {
			workers.Go(func() { m.work(ctx) })
		}
		workers.Wait()
		if m.err != nil {
			return nil, m.err
		}
		if m.done < len(items) {
			return nil, context.Cause(ctx)
		}
		return m.results, nil
	})
}

// A mapping is a Map under way.
type mapping[T, U any] struct {
	items   []T
	results []U
	fn      func(context.Context, T) (U, error)
	cancel  context.CancelCauseFunc

	mu   sync.Mutex
	next int // the item to start next
	done int // items that have succeeded
	err  error
}

// work takes one item after the other.
func (m *mapping[T, U]) work(ctx context.Context) {
	for {
		m.mu.Lock()
		i := m.next
		m.next++
		m.mu.Unlock()
		if i >= len(m.items) || ctx.Err() != nil {
			return
		}
		page.Protect(func() (U, error) { return m.fn(ctx, m.items[i]) }, func(result U, err error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			switch {
			case err == nil:
				m.results[i] = result
				m.done++
			case m.err == nil:
				m.err = err
				m.cancel(err)
			}
		})
	}
}
