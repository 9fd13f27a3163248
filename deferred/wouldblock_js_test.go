package deferred_test

import (
	"context"
	"sync"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// calledBack runs fn inside a call of the page's: at a timer, or beneath a call of Go's.
var calledBack = map[string]func(t *testing.T, fn func()){
	"a timer": func(_ *testing.T, fn func()) {
		done := make(chan struct{})
		f := js.FuncOf(func(js.Value, []js.Value) any { fn(); close(done); return nil })
		defer f.Release()
		js.Global().Call("setTimeout", f, 0)
		<-done
	},
	"a call beneath Go": func(_ *testing.T, fn func()) {
		f := js.FuncOf(func(js.Value, []js.Value) any { fn(); return nil })
		defer f.Release()
		js.Global().Get("Reflect").Call("apply", f, nil, []any{})
	},
	"a reaction of FromJS": func(t *testing.T, fn func()) {
		done := make(chan struct{})
		deferred.FromJS(script(`Promise.resolve()`)).Done(func(deferred.Args) { fn(); close(done) })
		<-done
	},
}

func TestWaitingInsideACallOfThePagesIsAnError(t *testing.T) {
	for name, inside := range calledBack {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			var r record
			inside(t, func() {
				_, err := deferred.AwaitJS(t.Context(), script(`Promise.resolve(1)`))
				r.add(err)
				_, err = deferred.New[int]().Promise().Await(t.Context())
				r.add(err)
				_, err = deferred.Resolved(1).Await(t.Context())
				r.add(err)
				args, err := deferred.AwaitJS(t.Context(), script(`"no promise"`))
				r.add(err)
				r.add(shown(args[0]))
			})
			assert.Equal(t, []any{deferred.ErrWouldBlock, deferred.ErrWouldBlock, nil, nil, "no promise"}, r.take())
			turn(t)
		})
	}
}

// deep calls fn with that many frames above it.
func deep(n int, fn func()) {
	if n == 0 {
		fn()
		return
	}
	deep(n-1, fn)
}

func TestWaitingDeepInsideACallIsAnErrorToo(t *testing.T) {
	calledBack["a timer"](t, func() {
		deep(500, func() {
			_, err := deferred.New[int]().Promise().Await(t.Context())
			assert.Equal(t, deferred.ErrWouldBlock, err)
		})
	})
}

// What a call has started waits as it likes, and so does the rest of the program while a call waits
// for a goroutine.
func TestOtherGoroutinesWaitWhileThePageCalls(t *testing.T) {
	for name, inside := range calledBack {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			var wg sync.WaitGroup
			var r record
			start := make(chan struct{})
			wg.Go(func() {
				<-start
				_, err := deferred.AwaitJS(t.Context(), script(`Promise.resolve(1)`))
				r.add(err)
			})
			inside(t, func() {
				wg.Go(func() {
					_, err := deferred.AwaitJS(t.Context(), script(`Promise.resolve(1)`))
					r.add(err)
				})
				start <- struct{}{}
				ran := make(chan struct{})
				go close(ran)
				<-ran // the others have run up to where they wait
			})
			wg.Wait()
			assert.Equal(t, []any{nil, nil}, r.take())
		})
	}
}

func TestAnExportedFunctionMayWait(t *testing.T) {
	got, err := call(t, func(ctx context.Context, _ deferred.Args) (any, error) {
		args, err := deferred.AwaitJS(ctx, script(`new Promise((resolve) => setTimeout(resolve, 1, "waited"))`))
		return args.At(0), err
	})
	assert.NoError(t, err)
	assert.Equal(t, []string{"waited"}, texts(got))
}
