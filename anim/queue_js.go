package anim

import (
	"context"
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// A Queue runs animations of the same elements one after the other, for example after two clicks on a button. It is
// separate from the page's own queues. Make it with NewQueue; goroutines, and functions that the page calls, may share
// it.
type Queue struct {
	elements []safejs.Value
	line     line

	mu  sync.Mutex
	now *Run // nil where nothing runs
}

// An Effect starts an animation of elements: SlideDown, FadeIn and the like, or a function that calls Animate or FadeTo.
type Effect func(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error)

// NewQueue makes an empty queue for elements.
func NewQueue(elements []safejs.Value) *Queue { return &Queue{elements: elements} }

// A Turn is an animation in a Queue.
type Turn struct {
	over chan struct{}
	err  error
}

// Add starts an animation when those added before are over, however they end; at once if there are none. ctx and opts are
// for the effect; if ctx ends before its turn comes, the elements stay as they are. An effect that panics ends its own
// turn only.
func (q *Queue) Add(ctx context.Context, effect Effect, opts ...Option) *Turn {
	t := &Turn{over: make(chan struct{})}
	end := func(err error) {
		t.err = err
		close(t.over)
	}
	q.line.add(turn{
		run: func(next func()) {
			var run *Run
			err := page.Contained(func() (err error) {
				run, err = effect(ctx, q.elements, opts...)
				return err
			})
			if err != nil || run == nil {
				end(err)
				next()
				return
			}
			q.runs(run)
			page.Go(func() error {
				err := run.Wait()
				q.runs(nil)
				end(err)
				next()
				return nil
			})
		},
		dropped: func() { end(ErrStopped) },
	})
	return t
}

func (q *Queue) runs(run *Run) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.now = run
}

// Wait blocks its goroutine until the animation is over, and returns what Run.Wait does, the error
// that kept it from beginning, or ErrStopped where Clear has taken it out of the queue. Inside a
// function that the page has called, it returns deferred.ErrWouldBlock at once, unless it is over.
func (t *Turn) Wait() error {
	if err := await(t.over); err != nil {
		return err
	}
	return t.err
}

// Stop stops the animation that runs, where it is (see Run.Stop); then the next has its turn. To stop
// all, Clear first.
func (q *Queue) Stop() {
	if run := q.running(); run != nil {
		run.Stop()
	}
}

// Finish has the animation that runs jump to its end; then the next has its turn.
func (q *Queue) Finish() {
	if run := q.running(); run != nil {
		run.Finish()
	}
}

func (q *Queue) running() *Run {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.now
}

// Clear takes all that wait out of the queue: they never begin, and their Wait returns ErrStopped.
// The one that runs continues.
func (q *Queue) Clear() { q.line.clear() }

// Wait blocks its goroutine until nothing runs or waits any more, or until the end of ctx, whose
// cause it returns. Inside a function that the page has called, it returns deferred.ErrWouldBlock at
// once, unless the queue is empty.
func (q *Queue) Wait(ctx context.Context) error {
	empty := make(chan struct{})
	q.line.whenEmpty(func() { close(empty) })
	select {
	case <-empty:
		return nil
	default:
	}
	if page.WouldBlock() {
		return page.ErrWouldBlock
	}
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// await waits for over to be closed; inside a call of the page's, only where it is already.
func await(over <-chan struct{}) error {
	select {
	case <-over:
		return nil
	default:
	}
	if page.WouldBlock() {
		return page.ErrWouldBlock
	}
	<-over
	return nil
}
