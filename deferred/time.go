package deferred

import (
	"context"
	"math"
	"time"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// Wait returns a promise that is resolved after d, at once if d is 0 or less, and rejected with the
// cause of ctx's end if that comes first. Abort stops the timer.
func Wait(ctx context.Context, d time.Duration) *Promise[struct{}] {
	return Go(ctx, func(ctx context.Context) (struct{}, error) {
		if err := context.Cause(ctx); err != nil {
			return struct{}{}, err
		}
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
			return struct{}{}, nil
		case <-ctx.Done():
			return struct{}{}, context.Cause(ctx)
		}
	})
}

// Timeout returns a promise that ends as p does or, if that takes longer than d, is rejected with
// ErrTimeout. Then the work of p is aborted if nothing else waits for it (see Abort).
// Progress passes through.
func Timeout[T any](p *Promise[T], d time.Duration) *Promise[T] {
	out := new(Promise[T])
	out.queue = p.queueOf()
	out.sources = []*core{&p.core}
	timer := time.AfterFunc(math.MaxInt64, func() { out.abort(ErrTimeout, false) })
	out.stops = []func(error){func(error) { timer.Stop() }}
	p.attach(reaction{out.queue, func(kind machine.State, v any) {
		if kind == notified {
			out.notify(v)
			return
		}
		out.settle(p.value, p.err)
		timer.Stop()
	}, &out.core})
	// Only now, when out is among those that wait for p, may it let go of it.
	timer.Reset(d)
	if out.over() {
		timer.Stop()
	}
	return out
}

// ErrTimeout is what Timeout rejects with. It is a context.DeadlineExceeded to errors.Is, and a page
// sees a TimeoutError.
var ErrTimeout error = timeoutError{named{"TimeoutError", "it took too long"}}

type timeoutError struct{ named }

func (timeoutError) Is(target error) bool { return target == context.DeadlineExceeded }

// Timeout makes it a net.Error that says it timed out.
func (timeoutError) Timeout() bool { return true }
