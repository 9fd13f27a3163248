package deferred_test

import (
	"errors"
	"runtime"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// The order of callbacks is jQuery's: see order_test.go, which compares it on thousands of programs.
// Here stand the rules that are Go's own.

func TestCallbacksRunBeforeResolveReturns(t *testing.T) {
	var r record
	shown := reports(t)
	d := deferred.New[int]()
	assert.Equal(t, deferred.StatePending, d.Promise().State())
	d.Promise().
		Done(func(v int) { r.add(v); r.add(d.Promise().State().String()) }, nil).
		Fail(adds[error](&r, "never"), nil).
		Always(func() { r.add("always") }, nil).
		Progress(func(v any) { r.add(v) }, nil)
	d.Notify("half")
	d.Resolve(1)
	d.Reject(errTest)
	d.Notify("late")
	assert.Equal(t, []any{"half", 1, "resolved", "always"}, r.take())
	d.Promise().Done(func(v int) { r.add(v) }).Progress(func(v any) { r.add(v) })
	assert.Equal(t, []any{1, "half"}, r.take(), "late ones run at once")
	deferred.Rejected[int](errTest).Fail(nil, func(err error) { r.add(err) })
	assert.Equal(t, []any{errTest}, r.take())
	assert.Empty(t, shown.take(), "nil is no callback")
}

func TestTheZeroDeferredIsReady(t *testing.T) {
	var d deferred.Deferred[string]
	d.Reject(errTest)
	_, err := d.Promise().Result()
	assert.Equal(t, errTest, err)
	assert.Equal(t, "rejected", d.Promise().State().String())
}

func TestARejectionAlwaysHasAnError(t *testing.T) {
	_, err := deferred.Rejected[int](nil).Result()
	assert.EqualError(t, err, "rejected without an error")
}

func TestSettleTakesTheResultsOfACall(t *testing.T) {
	d, e := deferred.New[int](), deferred.New[int]()
	d.Settle(1, nil)
	e.Settle(1, errTest)
	v, err := d.Promise().Result()
	assert.Equal(t, 1, v)
	assert.NoError(t, err)
	v, err = e.Promise().Result()
	assert.Zero(t, v)
	assert.Equal(t, errTest, err)
}

func TestAPanicInACallbackStopsNoOtherAndIsReported(t *testing.T) {
	for name, value := range map[string]any{"panic: oops": "oops", "panic: test": errTest, "": (*int)(nil)} {
		t.Run(name, func(t *testing.T) {
			if name == "" {
				name = "panic: runtime error: invalid memory address or nil pointer dereference"
			}
			crash := func() {
				if p, is := value.(*int); is {
					*p = 1
				}
				panic(value)
			}
			shown := reports(t)
			var r record
			d := deferred.New[int]()
			d.Promise().
				Progress(func(any) { crash() }, func(any) { r.add("progress") }).
				Done(func(int) { crash() }).
				Always(func() { r.add("always") })
			d.Notify(0)
			d.Resolve(1)
			d.Promise().Done(func(int) { crash() }, adds[int](&r, "late"))
			d.Promise().Done(adds[int](&r, "and later"))
			assert.Equal(t, []any{"progress", "always", "late", "and later"}, r.take())
			assert.Equal(t, []any{name, name, name}, shown.take())
		})
	}
}

// t.FailNow in a callback does this: whatever waits for the rest must not wait for ever.
func TestAGoroutineThatEndsInACallbackStopsNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := deferred.New[int]()
		d.Promise().
			Progress(func(any) { runtime.Goexit() }, func(any) { r.add("progress") }).
			Done(func(int) { runtime.Goexit() }, adds[int](&r, "done"))
		go d.Notify(0)
		synctest.Wait()
		go d.Resolve(1)
		synctest.Wait()
		assert.Equal(t, []any{"progress", "done"}, r.take())
		d.Promise().Done(adds[int](&r, "late"))
		assert.Equal(t, []any{"late"}, r.take())
	})
}

// A reporter that panics says that the program is to end; the callbacks all run nevertheless.
func TestAReporterMayPanic(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		defer deferred.OnReport(func(err error) {
			if unhandled := new(deferred.UnhandledError); !errors.As(err, &unhandled) {
				panic(err)
			}
		})()
		var r record
		d := deferred.New[int]()
		d.Promise().Done(func(int) { panic("first") }, adds[int](&r, "second"))
		assert.PanicsWithError(t, "panic: first", func() { d.Resolve(1) })
		synctest.Wait()
		assert.Equal(t, []any{"second"}, r.take())
	})
}

func TestACallbackAddedWhileOthersRunOnAnotherGoroutineIsTheLastOfThose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := deferred.New[int]()
		wait := make(chan struct{})
		d.Promise().Done(func(int) { <-wait }, adds[int](&r, "second"))
		go d.Resolve(1)
		synctest.Wait()
		d.Promise().Done(adds[int](&r, "third"))
		assert.Empty(t, r.take())
		close(wait)
		synctest.Wait()
		assert.Equal(t, []any{"second", "third"}, r.take())
	})
}

func TestANotificationDuringAnotherOneOnAnotherGoroutineComesAfterIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := deferred.New[int]()
		wait := make(chan struct{})
		d.Promise().Progress(func(v any) { r.add(v); <-wait })
		go d.Notify(1)
		synctest.Wait()
		d.Notify(2)
		assert.Equal(t, []any{1}, r.take())
		close(wait)
		synctest.Wait()
		assert.Equal(t, []any{2}, r.take())
	})
}
