package deferred_test

import (
	"fmt"
	"runtime"
	"strconv"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// result waits for p, which must settle.
func result[T any](t *testing.T, p *deferred.Promise[T]) (T, error) {
	t.Helper()
	return p.Await(t.Context())
}

func TestThenMakesAnotherValue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := deferred.Then(deferred.Resolved("5"), strconv.Atoi)
		assert.Equal(t, deferred.StatePending, p.State(), "never inside the call")
		v, err := result(t, p)
		assert.NoError(t, err)
		assert.Equal(t, 5, v)
		_, err = result(t, deferred.Then(deferred.Resolved("x"), strconv.Atoi))
		assert.ErrorIs(t, err, strconv.ErrSyntax)
	})
}

func TestARejectionPassesByThenAndEndsAtCatch(t *testing.T) {
	p := deferred.Then(deferred.Rejected[int](errTest), func(int) (string, error) { panic("not called") })
	_, err := result(t, p)
	assert.Equal(t, errTest, err)
	v, err := result(t, p.Catch(func(err error) (string, error) { return err.Error(), nil }))
	assert.NoError(t, err)
	assert.Equal(t, "test", v)
	_, err = result(t, p.Catch(func(err error) (string, error) { return "", fmt.Errorf("around: %w", err) }))
	assert.EqualError(t, err, "around: test")
	v, err = result(t, deferred.Resolved("x").Catch(func(error) (string, error) { panic("not called") }))
	assert.NoError(t, err)
	assert.Equal(t, "x", v)
}

func TestFinallyPassesTheOutcomeOn(t *testing.T) {
	calls := 0
	fine := func() error { calls++; return nil }
	v, err := result(t, deferred.Resolved(1).Finally(fine))
	assert.NoError(t, err)
	assert.Equal(t, 1, v)
	_, err = result(t, deferred.Rejected[int](errTest).Finally(fine))
	assert.Equal(t, errTest, err)
	assert.Equal(t, 2, calls)
	_, err = result(t, deferred.Resolved(1).Finally(func() error { return errTest }))
	assert.Equal(t, errTest, err)
}

func TestThenPromiseEndsAsThatDoesAndPassesItsProgressOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		inner := deferred.New[string]()
		p := deferred.ThenPromise(deferred.Resolved(1), func(int) *deferred.Promise[string] { return inner.Promise() })
		p.Progress(func(v any) { r.add(v) })
		synctest.Wait()
		inner.Notify("half")
		inner.Resolve("whole")
		v, err := result(t, p)
		assert.NoError(t, err)
		assert.Equal(t, "whole", v)
		assert.Equal(t, []any{"half"}, r.take())
	})
}

func TestAHandlerThatPanicsRejects(t *testing.T) {
	for name, handler := range map[string]func(int) (int, error){
		"panic: words": func(int) (int, error) { panic("words") },
		"panic: test":  func(int) (int, error) { panic(errTest) },
		"panic: runtime error: invalid memory address or nil pointer dereference": func(int) (int, error) {
			var p *int
			return *p, nil
		},
	} {
		_, err := result(t, deferred.Then(deferred.Resolved(1), handler))
		assert.EqualError(t, err, name)
		var p *deferred.PanicError
		assert.ErrorAs(t, err, &p)
		assert.Contains(t, p.Stack, "then_test.go")
		if name == "panic: test" {
			assert.ErrorIs(t, err, errTest)
		}
		_, err = result(t, deferred.ThenPromise(deferred.Resolved(1), func(v int) *deferred.Promise[int] {
			_, err := handler(v)
			return deferred.Rejected[int](err)
		}))
		assert.EqualError(t, err, name)
	}
}

func TestAHandlerThatReturnsNoPromiseRejects(t *testing.T) {
	_, err := result(t, deferred.ThenPromise(deferred.Resolved(1), func(int) *deferred.Promise[int] { return nil }))
	assert.ErrorContains(t, err, "no promise")
}

func TestPromisesThatWaitForEachOtherAreRejected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := deferred.New[int]()
		var a, b *deferred.Promise[int]
		a = deferred.ThenPromise(d.Promise(), func(int) *deferred.Promise[int] { return b })
		b = deferred.ThenPromise(d.Promise(), func(int) *deferred.Promise[int] { return a })
		d.Resolve(1)
		_, err := result(t, b)
		assert.Equal(t, deferred.ErrRing, err)
		_, err = result(t, a)
		assert.Equal(t, deferred.ErrRing, err)
	})
}

// Handlers of one queue run one at a time in the order in which they became due.
func TestDeferredsOfOneQueueKeepTheirOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		var q deferred.Queue
		a, b := deferred.NewOn[int](&q), deferred.NewOn[int](&q)
		name := func(name string) func(int) (int, error) {
			return func(v int) (int, error) { r.add(name); return v, nil }
		}
		deferred.Then(deferred.Then(a.Promise(), name("a")), name("a, a hop later"))
		deferred.Then(b.Promise(), name("b"))
		deferred.Then(a.Promise(), name("a again"))
		b.Resolve(1)
		a.Resolve(1)
		synctest.Wait()
		assert.Equal(t, []any{"b", "a", "a again", "a, a hop later"}, r.take())
	})
}

func TestHandlersOfOneQueueRunOneAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		wait := make(chan struct{})
		d := deferred.New[int]()
		for i := range 3 {
			deferred.Then(d.Promise(), func(v int) (int, error) { r.add(i); <-wait; return v, nil })
		}
		d.Resolve(1)
		synctest.Wait()
		assert.Equal(t, []any{0}, r.take())
		close(wait)
		synctest.Wait()
		assert.Equal(t, []any{1, 2}, r.take())
	})
}

// t.FailNow in a handler does this.
func TestAGoroutineThatEndsInAHandlerStopsNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := deferred.New[int]()
		ended := deferred.Then(d.Promise(), func(int) (int, error) { runtime.Goexit(); return 1, nil })
		next := deferred.Then(d.Promise(), same)
		d.Resolve(1)
		v, err := result(t, next)
		assert.NoError(t, err)
		assert.Equal(t, 1, v)
		_, err = result(t, ended)
		assert.Error(t, err)
	})
}

func TestAHandlerThatWaitsHoldsUpNoOtherFamily(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wait := make(chan struct{})
		stuck := deferred.Then(deferred.Resolved(1), func(v int) (int, error) { <-wait; return v, nil })
		v, err := result(t, deferred.Then(deferred.Resolved("1"), strconv.Atoi))
		assert.NoError(t, err)
		assert.Equal(t, 1, v)
		close(wait)
		_, err = result(t, stuck)
		assert.NoError(t, err)
	})
}
