package deferred_test

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// call calls an exported function and waits for its promise.
func call(t *testing.T, fn func(context.Context, deferred.Args) (any, error), args ...any) (deferred.Args, error) {
	t.Helper()
	promise := exported(t, fn).Invoke(args...)
	require.True(t, promise.InstanceOf(js.Global().Get("Promise")))
	return deferred.AwaitJS(t.Context(), safejs.Safe(promise))
}

func TestAnExportedFunctionGetsItsArguments(t *testing.T) {
	leakless(t)
	_, err := call(t, func(_ context.Context, args deferred.Args) (any, error) {
		s, err := args.String(0)
		assert.NoError(t, err)
		i, err := args.Int(1)
		assert.NoError(t, err)
		f, err := args.Float(2)
		assert.NoError(t, err)
		b, err := args.Bool(3)
		assert.NoError(t, err)
		assert.Equal(t, []any{"s", 5, 1.5, true}, []any{s, i, f, b})
		assert.True(t, args.At(4).IsUndefined())
		_, err = args.String(1)
		assert.EqualError(t, err, "argument 2 must be a string, not 5")
		_, err = args.Int(2)
		assert.EqualError(t, err, "argument 3 must be a whole number, not 1.5")
		_, err = args.Bool(9)
		return nil, err
	}, "s", 5, 1.5, true)
	assert.EqualError(t, err, "TypeError: argument 10 must be true or false, not undefined")
}

type celsius float64

func TestWhatAnExportedFunctionReturns(t *testing.T) {
	for name, row := range map[string]struct {
		value any
		want  string // as JSON, or as String writes it
	}{
		"nothing":          {nil, `undefined`},
		"a nil pointer":    {(*int)(nil), `undefined`},
		"a string":         {"s", `"s"`},
		"a number":         {uint8(5), `5`},
		"a boolean":        {true, `true`},
		"of a named type":  {celsius(1.5), `1.5`},
		"numbers":          {[]int{1, 2}, `[1,2]`},
		"an array":         {[2]string{"a", "b"}, `["a","b"]`},
		"a map":            {map[string][]any{"a": {1, "x", nil}}, `{"a":[1,"x",null]}`},
		"a page value":     {script(`({ a: 1 })`), `{"a":1}`},
		"a js.Value":       {js.ValueOf("v"), `"v"`},
		"bytes":            {[]byte{1, 2}, `{"0":1,"1":2}`},
		"many: the first":  {deferred.Args{script(`"a"`), script(`"b"`)}, `"a"`},
		"a promise's":      {script(`Promise.resolve("inner")`), `"inner"`},
		"none":             {deferred.Args{}, `undefined`},
		"an error: itself": {errTest, `{}`},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			got, err := call(t, func(context.Context, deferred.Args) (any, error) { return row.value, nil })
			require.NoError(t, err)
			json := js.Global().Get("JSON").Call("stringify", safejs.Unsafe(got.At(0)))
			assert.Equal(t, row.want, shown(safejs.Safe(json)))
		})
	}
}

func TestWhatAPageCannotHaveRejects(t *testing.T) {
	for _, value := range []any{struct{ X int }{1}, make(chan int), map[int]int{}, []any{func() {}}} {
		_, err := call(t, func(context.Context, deferred.Args) (any, error) { return value, nil })
		assert.ErrorContains(t, err, "TypeError: a page has no value for a ")
	}
}

// A recursion without end takes the whole program down.
func TestAValueThatHoldsItselfIsAnError(t *testing.T) {
	object, list := map[string]any{}, make([]any, 1)
	object["itself"], list[0] = object, list
	var pointer any
	pointer = &pointer
	for _, value := range []any{object, list, pointer} {
		_, err := deferred.Value(value)
		assert.ErrorAs(t, err, new(deferred.TypeError))
		assert.ErrorContains(t, err, "holds itself")
	}
	var deep any = "leaf"
	for range 99 {
		deep = []any{deep}
	}
	_, err := deferred.Value(deep)
	assert.NoError(t, err)
}

func TestAnErrorOfAnExportedFunctionRejects(t *testing.T) {
	own := script(`new RangeError("own")`)
	_, pageErr := deferred.AwaitJS(t.Context(), safejs.Safe(js.Global().Get("Promise").Call("reject", safejs.Unsafe(own))))
	for name, row := range map[string]struct {
		err            error
		class, message string
	}{
		"an error":          {errTest, "Error", "test"},
		"a TypeError":       {fmt.Errorf("f: %w", deferred.TypeError("x")), "TypeError", "f: x"},
		"ErrAborted":        {deferred.ErrAborted, "AbortError", "aborted"},
		"ErrTimeout":        {deferred.ErrTimeout, "TimeoutError", "it took too long"},
		"the page's own":    {pageErr, "RangeError", "own"},
		"around the page's": {fmt.Errorf("around: %w", pageErr), "RangeError", "own"},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			_, err := call(t, func(context.Context, deferred.Args) (any, error) { return nil, row.err })
			var e *deferred.PageError
			require.ErrorAs(t, err, &e)
			assert.True(t, safejs.Unsafe(e.Value).InstanceOf(js.Global().Get("Error")))
			assert.Equal(t, row.class, e.Name)
			assert.Equal(t, row.message, e.Message)
			assert.Equal(t, errors.Is(row.err, pageErr), e.Value.Equal(own), "the very value")
		})
	}
}

func TestAPanicInAnExportedFunctionRejectsAndIsReported(t *testing.T) {
	for name, crash := range map[string]func(){
		"panic: words": func() { panic("words") },
		"panic: test":  func() { panic(errTest) },
		"panic: runtime error: invalid memory address or nil pointer dereference": func() {
			var p *int
			*p = 1
		},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			said := reports(t)
			_, err := call(t, func(context.Context, deferred.Args) (any, error) { crash(); return nil, nil })
			var e *deferred.PageError
			require.ErrorAs(t, err, &e)
			assert.Equal(t, name, e.Message)
			assert.Contains(t, safejs.Unsafe(e.Value).Get("goStack").String(), "export_js_test.go")
			assert.Equal(t, []any{name}, said.take())
		})
	}
}

func TestAnAbortSignalEndsTheContext(t *testing.T) {
	wait := func(ctx context.Context, _ deferred.Args) (any, error) {
		<-ctx.Done()
		return nil, context.Cause(ctx)
	}
	for name, row := range map[string]struct{ call, text string }{
		"as an argument": {`(f, c) => { const p = f(1, c.signal, 2); c.abort("reason"); return p }`, "reason"},
		"as an option":   {`(f, c) => { const p = f(1, { signal: c.signal }); c.abort("reason"); return p }`, "reason"},
		"aborted before": {`(f, c) => { c.abort("reason"); return f(c.signal) }`, "reason"},
		"without a reason": {`(f, c) => { const p = f(c.signal); c.abort(); return p }`,
			"AbortError: This operation was aborted"},
		"a getter that throws": {`(f) => f({ get signal() { throw new Error("getter") } })`, "Error: getter"},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			promise := safejs.Unsafe(script(row.call)).Invoke(exported(t, wait), js.Global().Get("AbortController").New())
			_, err := deferred.AwaitJS(t.Context(), safejs.Safe(promise))
			if name == "without a reason" {
				assert.ErrorContains(t, err, "AbortError: ") // browsers each have words of their own
				return
			}
			assert.EqualError(t, err, row.text)
		})
	}
	t.Run("not after it has returned", func(t *testing.T) {
		leakless(t)
		controller := js.Global().Get("AbortController").New()
		_, err := call(t, func(context.Context, deferred.Args) (any, error) { return nil, nil }, controller.Get("signal"))
		require.NoError(t, err)
		controller.Call("abort")
	})
}

func TestManyCallsAtOnce(t *testing.T) {
	leakless(t)
	double := exported(t, func(ctx context.Context, args deferred.Args) (any, error) {
		args, err := deferred.AwaitJS(ctx, args[0])
		if err != nil {
			return nil, err
		}
		n, err := args.Int(0)
		return 2 * n, err
	})
	sum := safejs.Unsafe(script(`async (f) => (await Promise.all(Array.from({ length: 500 }, (_, i) => f(Promise.resolve(i))))).reduce((a, b) => a + b)`))
	args, err := deferred.AwaitJS(t.Context(), safejs.Safe(sum.Invoke(double)))
	require.NoError(t, err)
	got, err := args.Int(0)
	require.NoError(t, err)
	assert.Equal(t, 499*500, got)
}
