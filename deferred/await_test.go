package deferred_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

func TestAwaitEndsWithTheContext(t *testing.T) {
	for _, when := range []string{"before", "while it waits"} {
		t.Run(when, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancelCause(t.Context())
				d := deferred.New[int]()
				if when == "before" {
					cancel(errTest)
				} else {
					go func() {
						synctest.Wait()
						cancel(errTest)
					}()
				}
				_, err := d.Promise().Await(ctx)
				assert.Equal(t, errTest, err)
				assert.Equal(t, deferred.StatePending, d.Promise().State(), "it goes on")
			})
		})
	}
}

func TestAwaitOfASettledPromiseAnswersWhateverTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	v, err := deferred.Resolved(5).Await(ctx)
	assert.NoError(t, err)
	assert.Equal(t, 5, v)
	_, err = deferred.Rejected[int](errTest).Await(ctx)
	assert.Equal(t, errTest, err)
}

func TestSettledIsForSelect(t *testing.T) {
	d := deferred.New[int]()
	p := d.Promise()
	settled := p.Settled()
	assert.Equal(t, settled, p.Settled())
	select {
	case <-settled:
		t.Error("too early")
	default:
	}
	_, err := p.Result()
	assert.Equal(t, deferred.ErrPending, err)
	p.Done(func(int) { <-settled }) // closed before any callback runs
	d.Resolve(1)
	<-settled
	<-p.Settled()
	v, err := p.Result()
	assert.NoError(t, err)
	assert.Equal(t, 1, v)
}

func TestAwaitInsideACallbackOfTheSamePromise(t *testing.T) {
	d := deferred.New[int]()
	got := 0
	d.Promise().Done(func(int) { got, _ = d.Promise().Await(t.Context()) })
	d.Resolve(5)
	assert.Equal(t, 5, got)
}

func TestTenThousandGoroutinesAwaitOnePromiseEach(t *testing.T) {
	const n = 10_000
	var wg sync.WaitGroup
	var r record
	for i := range n {
		d := deferred.New[int]()
		p := deferred.Then(d.Promise(), func(v int) (int, error) { return v + 1, nil })
		wg.Go(func() {
			if v, err := p.Await(t.Context()); v != i+1 || err != nil {
				r.add(err)
			}
		})
		wg.Go(func() { d.Resolve(i) })
	}
	wg.Wait()
	assert.Empty(t, r.take())
}

func TestTenThousandGoroutinesAwaitOnePromise(t *testing.T) {
	var wg sync.WaitGroup
	var r record
	d := deferred.New[int]()
	for range 10_000 {
		wg.Go(func() {
			if v, err := d.Promise().Await(t.Context()); v != 5 || err != nil {
				r.add(err)
			}
		})
	}
	d.Resolve(5)
	wg.Wait()
	assert.Empty(t, r.take())
}

// Everything at once, for the race detector: each callback runs once, whoever settles.
func TestManyGoroutinesUseOnePromise(t *testing.T) {
	var wg sync.WaitGroup
	var r record
	d := deferred.New[int]()
	p := d.Promise()
	const n = 100
	for i := range n {
		wg.Go(func() { p.Done(adds[int](&r, "done")) })
		wg.Go(func() { p.Fail(adds[error](&r, "fail")) })
		wg.Go(func() { p.Always(func() { r.add("always") }) })
		wg.Go(func() { d.Notify(i) })
		wg.Go(func() { p.Progress(func(any) {}) })
		wg.Go(func() { deferred.Then(p, func(v int) (int, error) { return v, nil }).Abort(nil) })
		wg.Go(func() { d.Settle(i, map[bool]error{true: errTest}[i%2 == 0]) })
		wg.Go(func() { _, _ = p.Await(t.Context()); p.State() })
	}
	wg.Wait()
	counts := map[any]int{}
	for _, what := range r.take() {
		counts[what]++
	}
	assert.Equal(t, n, counts["always"])
	assert.Equal(t, n, counts["done"]+counts["fail"])
}
