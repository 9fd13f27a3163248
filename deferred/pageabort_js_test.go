package deferred_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// withBundle has the page have a bundle, for one test.
func withBundle(t *testing.T) {
	t.Helper()
	leakless(t)
	js.Global().Set("godeferred", safejs.Unsafe(script(bundle)))
	t.Cleanup(func() { js.Global().Delete("godeferred") })
}

// abortInPage is what the bundle does when the page aborts its promise.
func abortInPage(promise safejs.Value, reason any) { safejs.Unsafe(promise).Call("abort", reason) }

// calls are the calls that settled or notified the bundle's promise.
func calls(promise safejs.Value) string {
	return js.Global().Get("JSON").Call("stringify", safejs.Unsafe(promise).Get("calls")).String()
}

// reasonOf is the page's value in an error.
func reasonOf(t *testing.T, err error) string {
	t.Helper()
	var e *deferred.PageError
	require.ErrorAs(t, err, &e)
	return safejs.Unsafe(e.Value).String()
}

func TestThePagesAbortEndsTheWorkOfAGoPromise(t *testing.T) {
	withBundle(t)
	d := deferred.New[int]()
	var stopped error
	d.OnAbort(func(reason error) { stopped = reason })
	promise, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	abortInPage(promise, "left")
	assert.Equal(t, "left", reasonOf(t, stopped))
	_, err = d.Promise().Result()
	assert.Equal(t, "left", reasonOf(t, err))
	abortInPage(promise, "again")
	assert.Equal(t, "left", reasonOf(t, stopped))
	assert.Equal(t, `{"resolve":[],"reject":[["left"]],"notify":[]}`, calls(promise))
}

func TestThePagesAbortLeavesWorkThatGoWaitsFor(t *testing.T) {
	for name, wait := range map[string]func(p *deferred.Promise[int], got func(int)){
		"a callback": func(p *deferred.Promise[int], got func(int)) { p.Done(got) },
		"a handler": func(p *deferred.Promise[int], got func(int)) {
			_ = deferred.Then(p, func(v int) (int, error) { return v, nil }).Done(got)
		},
		"another promise in the page": func(p *deferred.Promise[int], got func(int)) {
			promise, err := deferred.ToJS(p)
			if err != nil {
				panic(err)
			}
			p.Done(func(v int) {
				if calls(promise) == `{"resolve":[[5]],"reject":[],"notify":[]}` {
					got(v)
				}
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			withBundle(t)
			d := deferred.New[int]()
			d.OnAbort(func(error) { t.Error("it was stopped") })
			promise, err := deferred.ToJS(d.Promise())
			require.NoError(t, err)
			came := make(chan int, 1)
			wait(d.Promise(), func(v int) { came <- v })
			abortInPage(promise, "left")
			assert.Equal(t, deferred.StatePending, d.Promise().State())
			d.Resolve(5)
			assert.Equal(t, 5, <-came)
			assert.Equal(t, `{"resolve":[],"reject":[["left"]],"notify":[]}`, calls(promise))
		})
	}
}

// A promise in the page used to hold the work for good, as a callback of Done does.
func TestAGoAbortEndsWorkThatWasHandedToThePage(t *testing.T) {
	withBundle(t)
	d := deferred.New[int]()
	d.OnAbort(func(error) {})
	promise, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	d.Promise().Abort(deferred.ErrTimeout)
	assert.Equal(t, deferred.StateRejected, d.Promise().State())
	assert.Contains(t, calls(promise), `"reject":[[`)
}

func TestAnAbortThatComesTooLateDoesNothing(t *testing.T) {
	withBundle(t)
	for _, p := range []*deferred.Promise[int]{deferred.Resolved(1), deferred.Rejected[int](errTest)} {
		promise, err := deferred.ToJS(p)
		require.NoError(t, err)
		assert.True(t, safejs.Unsafe(promise).Get("abort").IsUndefined(), "there is nothing to listen for")
	}
	d := deferred.New[int]()
	d.OnAbort(func(error) { t.Error("it was stopped") })
	promise, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	d.Resolve(1)
	abortInPage(promise, "late")
}

func TestThePagesAbortEndsTheContextOfAnExportedFunction(t *testing.T) {
	withBundle(t)
	causes := make(chan error, 1)
	f, release, err := deferred.Export(func(ctx context.Context, _ deferred.Args) (any, error) {
		<-ctx.Done()
		causes <- context.Cause(ctx)
		return nil, errors.New("not for the page")
	})
	require.NoError(t, err)
	defer release()
	controller := js.Global().Get("AbortController").New()
	for _, args := range [][]any{nil, {controller.Get("signal")}} {
		promise, err := f.Invoke(args...)
		require.NoError(t, err)
		abortInPage(promise, "left")
		assert.Equal(t, "left", reasonOf(t, <-causes))
	}
	controller.Call("abort", "later") // nobody listens any more
}
