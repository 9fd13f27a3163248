package deferred_test

import (
	"context"
	"runtime"
	"testing"
	"time"
	"weak"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// A held thing is something large that callbacks refer to.
type held struct{ bytes [1 << 10]byte }

func (h *held) use() { h.bytes[0]++ }

// collects waits until nothing refers to something any more; false if that takes unlikely long.
func collects[T any](p weak.Pointer[T]) bool {
	for deadline := time.Now().Add(5 * time.Second); p.Value() != nil; runtime.GC() {
		if time.Now().After(deadline) {
			return false
		}
	}
	return true
}

// A settled promise may live long. What it can call no more, it must not keep.
func TestASettledPromiseKeepsNoCallbacks(t *testing.T) {
	for name, prepare := range map[string]func(d *deferred.Deferred[int], h *held){
		"done": func(d *deferred.Deferred[int], h *held) { d.Promise().Done(func(int) { h.use() }); d.Resolve(1) },
		"fail": func(d *deferred.Deferred[int], h *held) { d.Promise().Fail(func(error) { h.use() }); d.Resolve(1) },
		"done, rejected": func(d *deferred.Deferred[int], h *held) {
			d.Promise().Done(func(int) { h.use() }).Fail(func(error) {})
			d.Reject(errTest)
		},
		"progress": func(d *deferred.Deferred[int], h *held) {
			d.Promise().Progress(func(any) { h.use() })
			d.Notify(1)
			d.Resolve(1)
		},
		"progress, settled by a progress callback": func(d *deferred.Deferred[int], h *held) {
			d.Promise().Progress(func(any) { d.Resolve(1); h.use() })
			d.Notify(1)
		},
		"late progress": func(d *deferred.Deferred[int], h *held) {
			d.Notify(1)
			d.Resolve(1)
			d.Promise().Progress(func(any) { h.use() })
		},
		"a notification that was not announced any more": func(d *deferred.Deferred[int], h *held) {
			d.Promise().Progress(func(any) { d.Notify(h); d.Resolve(1); panic("not one more") })
			d.Notify(1)
		},
		"progress, too late": func(d *deferred.Deferred[int], h *held) {
			d.Resolve(1)
			d.Promise().Progress(func(any) { h.use() })
		},
		"a late handler": func(d *deferred.Deferred[int], h *held) {
			d.Resolve(1)
			_, _ = deferred.Then(d.Promise(), func(int) (int, error) { h.use(); return 1, nil }).Await(context.Background())
		},
		"a handler": func(d *deferred.Deferred[int], h *held) {
			p := deferred.Then(d.Promise(), func(int) (int, error) { h.use(); return 1, nil })
			d.Resolve(1)
			_, _ = p.Await(context.Background())
		},
		"OnAbort": func(d *deferred.Deferred[int], h *held) { d.OnAbort(func(error) { h.use() }); d.Resolve(1) },
		"OnAbort, aborted": func(d *deferred.Deferred[int], h *held) {
			d.OnAbort(func(error) { h.use() })
			d.Promise().Abort(nil)
		},
		"OnAbort, settled before": func(d *deferred.Deferred[int], h *held) { d.Resolve(1); d.OnAbort(func(error) { h.use() }) },
	} {
		t.Run(name, func(t *testing.T) {
			reports(t)
			d := deferred.New[int]()
			h := new(held)
			p := weak.Make(h)
			prepare(d, h)
			h = nil
			assert.True(t, collects(p))
			runtime.KeepAlive(d)
		})
	}
}

// A promise may stay pending as long as the program runs: the end of the program itself, for example, which each of
// its works is raced with.
func TestAPendingPromiseKeepsNothingOfWhatHasStoppedWaiting(t *testing.T) {
	settled := deferred.Resolved(1)
	failed := func() *deferred.Promise[int] { return deferred.Rejected[int](errTest) }
	for name, join := range map[string]func(p *deferred.Promise[int]) func() bool{
		"race":                 func(p *deferred.Promise[int]) func() bool { return goes(deferred.Race(p, settled)) },
		"race, decided before": func(p *deferred.Promise[int]) func() bool { return goes(deferred.Race(settled, p)) },
		"any":                  func(p *deferred.Promise[int]) func() bool { return goes(deferred.Any(p, settled)) },
		"all":                  func(p *deferred.Promise[int]) func() bool { return goes(deferred.All(p, failed())) },
		"when":                 func(p *deferred.Promise[int]) func() bool { return goes(deferred.When(p, failed())) },
		"race, aborted": func(p *deferred.Promise[int]) func() bool {
			out := deferred.Race(p, deferred.New[int]().Promise())
			out.Abort(nil)
			return goes(out)
		},
		"timeout": func(p *deferred.Promise[int]) func() bool { return goes(deferred.Timeout(p, 0)) },
		"then, aborted": func(p *deferred.Promise[int]) func() bool {
			out := deferred.Then(p, same)
			out.Abort(nil)
			return goes(out)
		},
		"a promise that follows, aborted": func(p *deferred.Promise[int]) func() bool {
			out := deferred.ThenPromise(settled, func(int) *deferred.Promise[int] { return p })
			_, _ = deferred.Then(settled, same).Await(context.Background()) // its handler has run
			out.Abort(nil)
			return goes(out)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := deferred.New[int]()
			assert.True(t, join(d.Promise())())
			assert.Equal(t, deferred.StatePending, d.Promise().State())
			runtime.KeepAlive(d)
		})
	}
}

// goes answers a function that waits until a promise, which settles, is garbage.
func goes[T any](p *deferred.Promise[T]) func() bool {
	p.Fail(func(error) {})
	_, _ = p.Await(context.Background())
	weakly := weak.Make(p)
	return func() bool { return collects(weakly) }
}

func TestAPromiseKeepsNothingOfTheOneThatItHasFollowed(t *testing.T) {
	start := deferred.New[int]()
	var followed weak.Pointer[deferred.Deferred[int]]
	p := deferred.ThenPromise(start.Promise(), func(int) *deferred.Promise[int] {
		d := deferred.New[int]()
		followed = weak.Make(d)
		d.Resolve(1)
		return d.Promise()
	})
	start.Resolve(1)
	_, err := result(t, p)
	assert.NoError(t, err)
	assert.True(t, collects(followed))
	runtime.KeepAlive(p)
}
