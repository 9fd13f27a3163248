package page_test

import (
	"errors"
	"fmt"
	"sync"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// answer is what the page gets when it calls h.
func answer(t *testing.T, h page.Handler, args ...any) js.Value {
	t.Helper()
	var owner page.Owner
	t.Cleanup(owner.Release)
	f, err := owner.Func(h)
	require.NoError(t, err)
	return safejs.Unsafe(f).Invoke(args...)
}

func TestACallbackAnswersARecord(t *testing.T) {
	for name, c := range map[string]struct {
		value any
		want  string
	}{
		"nothing":      {nil, `{}`},
		"a string":     {"s", `{"value":"s"}`},
		"a number":     {5, `{"value":5}`},
		"a page value": {script(`[1]`), `{"value":[1]}`},
		"a list":       {[]any{1, script(`"x"`)}, `{"value":[1,"x"]}`},
	} {
		t.Run(name, func(t *testing.T) {
			record := answer(t, func(safejs.Value, []safejs.Value) (any, error) { return c.value, nil })
			assert.Equal(t, c.want, js.Global().Get("JSON").Call("stringify", record).String())
			assert.True(t, record.Get("error").IsUndefined())
		})
	}
}

func TestACallbackGetsThisAndItsArguments(t *testing.T) {
	leakless(t)
	var owner page.Owner
	defer owner.Release()
	f, err := owner.Func(func(this safejs.Value, args []safejs.Value) (any, error) {
		return append([]any{this}, args[0], args[1]), nil
	})
	require.NoError(t, err)
	value := safejs.Unsafe(f).Call("call", "me", 1, "b").Get("value")
	assert.Equal(t, "me,1,b", value.Call("join").String())
}

func TestAnErrorInACallbackIsAnsweredNotReported(t *testing.T) {
	shown := reports(t)
	thrown := answer(t, func(safejs.Value, []safejs.Value) (any, error) {
		return nil, fmt.Errorf("f: %w", wrong.TypeError("x must be y"))
	}).Get("error")
	assert.Equal(t, "TypeError", thrown.Get("constructor").Get("name").String())
	assert.Equal(t, "f: x must be y", thrown.Get("message").String())
	assert.Empty(t, shown.messages())
}

func TestAPanicInACallbackIsAnsweredAndReported(t *testing.T) {
	for name, value := range map[string]any{"a string": "oops", "an error": errors.New("oops")} {
		t.Run(name, func(t *testing.T) {
			shown := reports(t)
			thrown := answer(t, func(safejs.Value, []safejs.Value) (any, error) { panic(value) }).Get("error")
			assert.Equal(t, "panic: oops", thrown.Get("message").String())
			assert.Contains(t, thrown.Get("goStack").String(), "callback_js_test.go")
			assert.Equal(t, []string{"panic: oops"}, shown.messages())
		})
	}
}

// Converting the answer happened outside of what recovers, and ended the program.
func TestAnAnswerThatThePageHasNothingForIsAnError(t *testing.T) {
	thrown := answer(t, func(safejs.Value, []safejs.Value) (any, error) { return struct{}{}, nil }).Get("error")
	assert.Contains(t, thrown.Get("message").String(), "invalid value")
}

func TestGoContainsPanicsAndReportsErrors(t *testing.T) {
	shown := reports(t)
	var wg sync.WaitGroup
	for _, fn := range []func() error{
		func() error { panic("in a goroutine") },
		func() error { return errors.New("returned") },
		func() error { return page.AsError(script(`new Error("the page's")`)) },
		func() error { return nil },
	} {
		wg.Add(1)
		page.Go(func() error { defer wg.Done(); return fn() })
	}
	wg.Wait()
	turn(t)
	assert.ElementsMatch(t, []string{"panic: in a goroutine", "returned", "the page's"}, shown.messages())
}

func TestReleaseIsCountedOnce(t *testing.T) {
	leakless(t)
	before := page.Live()
	var owner page.Owner
	for range 3 {
		_, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) { return nil, nil })
		require.NoError(t, err)
	}
	assert.Equal(t, before+3, page.Live())
	owner.Release()
	owner.Release()
	assert.Equal(t, before, page.Live())
}

func TestACallbackMayReleaseItself(t *testing.T) {
	leakless(t)
	var owner page.Owner
	f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
		owner.Release()
		return "still here", nil
	})
	require.NoError(t, err)
	assert.Equal(t, "still here", safejs.Unsafe(f).Invoke().Get("value").String())
}

func TestACallbackWithNothingToSaySharesAFrozenRecord(t *testing.T) {
	nothing := func(safejs.Value, []safejs.Value) (any, error) { return nil, nil }
	one, other := answer(t, nothing), answer(t, nothing)
	assert.True(t, one.Equal(other))
	assert.True(t, js.Global().Get("Object").Call("isFrozen", one).Bool())
}

// Nothing is left to answer with, but the program goes on.
func TestACallbackAnswersNothingWhereThePageMakesNoObjects(t *testing.T) {
	for name, h := range map[string]page.Handler{
		"a value":  func(safejs.Value, []safejs.Value) (any, error) { return 5, nil },
		"an error": func(safejs.Value, []safejs.Value) (any, error) { return nil, errors.New("words") },
	} {
		t.Run(name, func(t *testing.T) {
			var owner page.Owner
			defer owner.Release()
			f, err := owner.Func(h)
			require.NoError(t, err)
			restore := newGives(t, "Object", `(() => { throw new Error("no objects") })()`)
			record := safejs.Unsafe(f).Invoke()
			restore()
			assert.True(t, record.IsNull())
		})
	}
}

func TestACallbackAnswersWithTheErrorOfMakingItsRecord(t *testing.T) {
	var owner page.Owner
	defer owner.Release()
	f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) { return 5, nil })
	require.NoError(t, err)
	replaced(t, "globalThis", "failures", `[]`)
	restore := newGives(t, "Object", `failures.push(1) > 1 ? {} : (() => { throw new RangeError("no object, once") })()`)
	record := safejs.Unsafe(f).Invoke()
	restore()
	assert.Equal(t, "no object, once", record.Get("error").Get("message").String())
}

func TestAReleasedCallbackDoesNotRun(t *testing.T) {
	var owner page.Owner
	f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
		t.Error("it ran")
		return nil, nil
	})
	require.NoError(t, err)
	owner.Release()
	replaced(t, "console", "error", `() => {}`) // Go's loader complains there
	assert.True(t, safejs.Unsafe(f).Invoke().IsUndefined())
}

func TestAnAsyncFunctionAnswersWithoutARecord(t *testing.T) {
	leakless(t)
	before := page.Live()
	var owner page.Owner
	f, err := owner.Async(func(args []safejs.Value) safejs.Value { return args[1] })
	require.NoError(t, err)
	assert.Equal(t, before+1, page.Live())
	assert.Equal(t, "b", safejs.Unsafe(f).Invoke("a", "b").String())
	owner.Release()
	assert.Equal(t, before, page.Live())
}

func TestACallbackThatTheLoaderCannotMakeIsAnError(t *testing.T) {
	leakless(t)
	restore := replaced(t, "Go.prototype", "_makeFuncWrapper", `() => { throw new RangeError("no functions") }`)
	defer restore()
	var owner page.Owner
	_, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) { return nil, nil })
	assert.ErrorContains(t, err, "no functions")
	_, err = owner.Async(func([]safejs.Value) safejs.Value { return safejs.Undefined() })
	assert.ErrorContains(t, err, "no functions")
	owner.Release()
}
