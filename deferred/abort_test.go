package deferred_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// working is a deferred whose work records its end.
func working(r *record) *deferred.Deferred[int] {
	d := deferred.New[int]()
	d.OnAbort(func(reason error) { r.add(reason) })
	return d
}

func same(v int) (int, error) { return v, nil }

func TestAbortEndsTheWorkAndRejects(t *testing.T) {
	for name, reason := range map[string]error{"with a reason": errTest, "without": nil} {
		t.Run(name, func(t *testing.T) {
			want := reason
			if reason == nil {
				want = deferred.ErrAborted
			}
			var r record
			d := working(&r)
			d.Promise().Fail(func(err error) { r.add(err) })
			d.Promise().Abort(reason)
			d.Promise().Abort(reason)
			d.Resolve(1)
			assert.Equal(t, []any{want, want}, r.take())
		})
	}
}

func TestTheWorkMaySettleWhatIsAborted(t *testing.T) {
	d := deferred.New[int]()
	d.OnAbort(func(error) { d.Resolve(5) })
	d.Promise().Abort(nil)
	v, err := d.Promise().Result()
	assert.NoError(t, err)
	assert.Equal(t, 5, v)
}

func TestAbortDoesNothingToWhatHasSettledAndToADeferredWithoutWork(t *testing.T) {
	var r record
	d := working(&r)
	d.Resolve(1)
	d.Promise().Abort(nil)
	plain := deferred.New[int]()
	plain.Promise().Abort(nil)
	assert.Equal(t, deferred.StatePending, plain.Promise().State())
	assert.Equal(t, deferred.StateResolved, d.Promise().State())
	assert.Empty(t, r.take())
}

func TestAbortAtTheEndOfAChainEndsTheWorkAtItsStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := working(&r)
		last := deferred.Then(deferred.Then(d.Promise(), same).Finally(func() error { return nil }), same)
		last.Abort(errTest)
		assert.Equal(t, deferred.StateRejected, last.State(), "at once")
		assert.Equal(t, []any{errTest}, r.take())
		synctest.Wait()
	})
}

// Whoever else waits keeps the work going.
func TestAbortOfOneOfSeveralLetsTheWorkGoOn(t *testing.T) {
	for name, waits := range map[string]func(*testing.T, *deferred.Promise[int]) (leave func()){
		"another promise": func(_ *testing.T, p *deferred.Promise[int]) func() {
			other := deferred.Then(p, same)
			return func() { other.Abort(errTest) }
		},
		"all": func(_ *testing.T, p *deferred.Promise[int]) func() {
			all := deferred.All(p, deferred.New[int]().Promise())
			return func() { all.Abort(errTest) }
		},
		"when": func(_ *testing.T, p *deferred.Promise[int]) func() {
			when := deferred.When2(p, deferred.New[string]().Promise())
			return func() { when.Abort(errTest) }
		},
		"a promise that follows": func(t *testing.T, p *deferred.Promise[int]) func() {
			follower := deferred.ThenPromise(deferred.Resolved(1), func(int) *deferred.Promise[int] { return p })
			synctest.Wait()
			return func() {
				follower.Abort(errTest)
				assert.Equal(t, deferred.StateRejected, follower.State(), "at once, though it followed another")
			}
		},
		"a callback": func(_ *testing.T, p *deferred.Promise[int]) func() {
			p.Done(func(int) {})
			return nil
		},
		"a callback of Fail": func(_ *testing.T, p *deferred.Promise[int]) func() {
			p.Fail(func(error) {})
			return nil
		},
		"a callback of Always": func(_ *testing.T, p *deferred.Promise[int]) func() {
			p.Always(func() {})
			return nil
		},
		"a callback, and another promise": func(_ *testing.T, p *deferred.Promise[int]) func() {
			p.Done(func(int) {})
			deferred.Then(p, same)
			return nil
		},
		"Settled": func(_ *testing.T, p *deferred.Promise[int]) func() {
			p.Settled()
			return nil
		},
		"two Awaits": func(t *testing.T, p *deferred.Promise[int]) func() {
			ctx, cancel := context.WithCancel(t.Context())
			for range 2 {
				go func() { _, _ = p.Await(ctx) }()
			}
			synctest.Wait()
			return func() {
				cancel()
				synctest.Wait()
				deferred.Then(p, same).Abort(errTest)
			}
		},
		"Await": func(t *testing.T, p *deferred.Promise[int]) func() {
			ctx, cancel := context.WithCancel(t.Context())
			go func() { _, _ = p.Await(ctx) }()
			synctest.Wait()
			return func() {
				cancel()
				synctest.Wait()
				deferred.Then(p, same).Abort(errTest) // the end of Await alone aborts nothing
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var r record
				d := working(&r)
				leave := waits(t, d.Promise())
				deferred.Then(d.Promise(), same).Abort(errTest)
				assert.Empty(t, r.take())
				if leave != nil {
					leave()
					assert.Equal(t, []any{errTest}, r.take(), "the last one has gone")
				}
				d.Resolve(1)
				synctest.Wait()
			})
		})
	}
}

func TestAnAbortedPromiseDoesNotRunItsHandler(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := deferred.New[int]()
		deferred.Then(d.Promise(), func(v int) (int, error) { r.add("aborted"); return v, nil }).Abort(nil)
		deferred.Then(d.Promise(), func(v int) (int, error) { r.add("the next in the queue"); return v, nil })
		d.Resolve(1)
		synctest.Wait()
		assert.Equal(t, []any{"the next in the queue"}, r.take())
	})
}

func TestAnAbortedPromiseGetsNoProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := deferred.New[int]()
		child := deferred.Then(d.Promise(), same).Progress(func(v any) { r.add(v) })
		d.Notify("before")
		synctest.Wait()
		child.Abort(nil)
		d.Notify("after")
		synctest.Wait()
		child.Progress(func(v any) { r.add(v) })
		assert.Equal(t, []any{"before", "before"}, r.take())
	})
}

func TestWorkThatAHandlerStartsForNobodyIsAborted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		var p *deferred.Promise[int]
		started := deferred.New[int]()
		p = deferred.ThenPromise(started.Promise(), func(int) *deferred.Promise[int] {
			p.Abort(errTest)
			return working(&r).Promise()
		})
		started.Resolve(1)
		synctest.Wait()
		assert.Equal(t, []any{errTest}, r.take())
		_, err := p.Result()
		assert.Equal(t, errTest, err)
	})
}

// Two promises that follow each other are a ring only while both follow.
func TestAnAbortedPromiseFollowsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		started, other := deferred.New[int](), deferred.New[int]()
		var p *deferred.Promise[int]
		to := deferred.ThenPromise(other.Promise(), func(int) *deferred.Promise[int] { return p })
		to.Fail(func(error) {}) // somebody else waits, so that it goes on
		p = deferred.ThenPromise(started.Promise(), func(int) *deferred.Promise[int] {
			p.Abort(errTest)
			return to
		})
		started.Resolve(1)
		synctest.Wait()
		other.Resolve(1)
		_, err := result(t, to)
		assert.Equal(t, errTest, err)
	})
}

func TestCallbacksThatAreNilWaitForNothing(t *testing.T) {
	var r record
	d := working(&r)
	d.Promise().Done(nil).Done().Fail(nil).Always(nil)
	deferred.Then(d.Promise(), same).Abort(errTest)
	assert.Equal(t, []any{errTest}, r.take())
}

func TestOnAbortOfNilMakesNothingAbortable(t *testing.T) {
	shown := reports(t)
	d := deferred.New[int]()
	d.OnAbort(nil)
	d.Promise().Abort(nil)
	assert.Equal(t, deferred.StatePending, d.Promise().State())
	assert.Empty(t, shown.take())
}

func TestAPanicInOnAbortIsReportedAndStopsNothing(t *testing.T) {
	shown := reports(t)
	var r record
	d := deferred.New[int]()
	d.OnAbort(func(error) { panic("oops") })
	d.OnAbort(func(reason error) { r.add(reason) })
	d.Promise().Abort(errTest)
	_, err := d.Promise().Result()
	assert.Equal(t, errTest, err)
	assert.Equal(t, []any{errTest}, r.take())
	assert.Equal(t, []any{"panic: oops"}, shown.take())
}

// What a join no longer waits for does not keep work going that others give up.
func TestASettledJoinWaitsForNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := working(&r)
		deferred.All(deferred.Rejected[int](errTest), d.Promise()).Fail(func(error) {})
		synctest.Wait()
		assert.Empty(t, r.take(), "it only lets go")
		deferred.Then(d.Promise(), same).Abort(errTest)
		assert.Equal(t, []any{errTest}, r.take())
	})
}
