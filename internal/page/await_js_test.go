package page_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

func TestAwaitGivesAllArguments(t *testing.T) {
	for name, c := range map[string]struct {
		thenable string
		want     []string
	}{
		"a native promise":               {`Promise.resolve("a")`, []string{"a"}},
		"a native promise of nothing":    {`Promise.resolve()`, []string{"undefined"}},
		"one that settles later":         {`new Promise((resolve) => setTimeout(resolve, 1, "later"))`, []string{"later"}},
		"none":                           {`{ then(done) { done() } }`, nil},
		"many":                           {`{ then(done) { setTimeout(done, 0, "a", 2, null) } }`, []string{"a", "2", "null"}},
		"at once":                        {`{ then(done) { done("now") } }`, []string{"now"}},
		"twice: the first counts":        {`{ then(done) { done(1); done(2) } }`, []string{"1"}},
		"done, then fail":                {`{ then(done, fail) { done(1); fail(2) } }`, []string{"1"}},
		"done, then an exception":        {`{ then(done) { done(1); throw new Error("too late") } }`, []string{"1"}},
		"a function with a then":         {`Object.assign(() => {}, { then(done) { done("f") } })`, []string{"f"}},
		"a value syscall/js cannot tell": {`Promise.resolve(1n)`, []string{"1"}},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			values, err := page.Await(t.Context(), script(c.thenable))
			require.NoError(t, err)
			var got []string
			for _, value := range values {
				got = append(got, js.Global().Call("String", safejs.Unsafe(value)).String())
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestAwaitGivesARejectionAsAnError(t *testing.T) {
	for name, c := range map[string]struct{ thenable, name, message, text string }{
		"an Error":                       {`Promise.reject(new RangeError("out"))`, "RangeError", "out", "RangeError: out"},
		"a string":                       {`Promise.reject("words")`, "", "words", "words"},
		"undefined":                      {`Promise.reject()`, "", "undefined", "undefined"},
		"no argument":                    {`{ then(_, fail) { fail() } }`, "", "undefined", "undefined"},
		"the first of many":              {`{ then(_, fail) { fail("a", "b") } }`, "", "a", "a"},
		"a number":                       {`Promise.reject(5)`, "", "5", "5"},
		"a BigInt":                       {`Promise.reject(5n)`, "", "5", "5"},
		"a symbol":                       {`Promise.reject(Symbol("s"))`, "", "Symbol(s)", "Symbol(s)"},
		"a plain object":                 {`Promise.reject({})`, "", "[object Object]", "[object Object]"},
		"an object that cannot be shown": {`Promise.reject(Object.create(null))`, "", "an object that cannot be shown", "an object that cannot be shown"},
		"getters that throw":             {`Promise.reject({ get message() { throw 1 }, get name() { throw 2 }, toString: () => "x" })`, "", "x", "x"},
		"then throws":                    {`{ then() { throw new TypeError("then") } }`, "TypeError", "then", "TypeError: then"},
		"then throws no Error":           {`{ then() { throw "words" } }`, "", "words", "words"},
		"then throws after it failed":    {`{ then(_, fail) { fail("first"); throw "second" } }`, "", "first", "first"},
		"the getter of then throws":      {`{ get then() { throw new Error("getter") } }`, "Error", "getter", "Error: getter"},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			values, err := page.Await(t.Context(), script(c.thenable))
			var e *page.Error
			require.ErrorAs(t, err, &e)
			assert.Empty(t, values)
			assert.Equal(t, c.name, e.Name)
			assert.Equal(t, c.message, e.Message)
			assert.EqualError(t, err, c.text)
		})
	}
}

func TestAwaitKeepsTheVeryValueOfARejection(t *testing.T) {
	leakless(t)
	reason := script(`new Error("mine")`)
	promise := js.Global().Get("Promise").Call("reject", safejs.Unsafe(reason))
	_, err := page.Await(t.Context(), safejs.Safe(promise))
	assert.True(t, page.Thrown(err).Equal(reason))
}

func TestAwaitOfNoThenableIsAnError(t *testing.T) {
	for value, shown := range map[string]string{
		"undefined": "undefined", "null": "null", "5": "5", "5n": "5", `"s"`: `"s"`, "{}": "an object", "{ then: 5 }": "an object",
		"() => {}": "a function",
	} {
		t.Run(value, func(t *testing.T) {
			leakless(t)
			_, err := page.Await(t.Context(), script(value))
			assert.EqualError(t, err, "promise must be a thenable, not "+shown)
		})
	}
}

func TestAwaitDoesNotStartWhenTheContextIsDone(t *testing.T) {
	leakless(t)
	reason := errors.New("reason")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	thenable := script(`{ calls: 0, then() { this.calls++ } }`)
	_, err := page.Await(ctx, thenable)
	assert.Equal(t, reason, err)
	assert.Equal(t, 0, safejs.Unsafe(thenable).Get("calls").Int())
}

func TestAwaitEndsWithTheContext(t *testing.T) {
	for name, expression := range map[string]string{
		"a promise that never settles": `new Promise(() => {})`,
		"a thenable that never does":   `{ then() {} }`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			reason := errors.New("reason")
			ctx, cancel := context.WithCancelCause(t.Context())
			go cancel(reason)
			_, err := page.Await(ctx, script(expression))
			assert.Equal(t, reason, err)
		})
	}
}

// A program that was called back after it had lost interest used to write "call to released
// function" to the console.
func TestWhatSettlesTooLateIsDropped(t *testing.T) {
	leakless(t)
	complaints := script(`[]`)
	console := js.Global().Get("console")
	before := console.Get("error")
	console.Set("error", safejs.Unsafe(complaints).Get("push").Call("bind", safejs.Unsafe(complaints)))
	defer console.Set("error", before)

	thenable := script(`{ then(done, fail) { this.done = done; this.fail = fail } }`)
	ctx, cancel := context.WithCancel(t.Context())
	go cancel()
	_, err := page.Await(ctx, thenable)
	require.ErrorIs(t, err, context.Canceled)
	for _, late := range []string{"done", "fail", "done"} {
		safejs.Unsafe(thenable).Call(late, "late")
	}
	turn(t)
	assert.Equal(t, 0, safejs.Unsafe(complaints).Length())
}

func TestManyAwaitsAtOnceGetTheirOwn(t *testing.T) {
	leakless(t)
	const n = 200
	delayed := script(`(i) => new Promise((resolve) => setTimeout(resolve, i % 7, i))`)
	results := make(chan bool, n)
	for i := range n {
		go func() {
			promise, err := delayed.Invoke(i)
			if err != nil {
				results <- false
				return
			}
			values, err := page.Await(t.Context(), promise)
			results <- err == nil && safejs.Unsafe(values[0]).Int() == i
		}()
	}
	for range n {
		assert.True(t, <-results)
	}
}
