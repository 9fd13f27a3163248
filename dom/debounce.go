package dom

import (
	"context"
	"sync"
	"time"

	"github.com/godeferred/godeferred/internal/page"
)

// Debounce returns a function that calls fn later: with the argument of its last call, once it has not been called for
// the time d. For a search field, it is what On gets in place of a handler:
//
//	dom.On(ctx, field, "input", dom.Debounce(ctx, 300*time.Millisecond, func(ctx context.Context, event safejs.Value) { … }))
//
// fn runs in a goroutine of its own, and so may wait. Its context ends when fn returns, when fn is about to be called
// again, and with ctx: so a request for what was typed before is aborted. The end of ctx also drops the call that fn
// waits for, and all later ones. A panic in fn is reported (deferred.OnReport).
//
// Calls are safe in any goroutine, and in functions that the page calls. It works on every platform.
func Debounce[T any](ctx context.Context, d time.Duration, fn func(ctx context.Context, v T)) (call func(v T)) {
	b := &debounced[T]{ctx: ctx, fn: fn, end: func() {}}
	return func(v T) { b.after(d, v) }
}

type debounced[T any] struct {
	ctx context.Context
	fn  func(ctx context.Context, v T)

	mu    sync.Mutex
	last  int         // the number of the last call
	timer *time.Timer // of the last call
	end   context.CancelFunc
}

func (b *debounced[T]) after(d time.Duration, v T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.timer != nil {
		b.timer.Stop()
	}
	b.last++
	number := b.last
	b.timer = time.AfterFunc(d, func() { b.run(number, v) })
}

// run calls fn, unless there has been another call. That may come when the timer has gone off already.
func (b *debounced[T]) run(number int, v T) {
	b.mu.Lock()
	if number != b.last || b.ctx.Err() != nil {
		b.mu.Unlock()
		return
	}
	b.end()
	ctx, end := context.WithCancel(b.ctx)
	b.end = end
	b.timer = nil // else it would keep v
	b.mu.Unlock()
	defer end()
	page.Guard(func() { b.fn(ctx, v) })
}
