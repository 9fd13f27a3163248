package deferred_test

import (
	"context"
	"sync"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// ways are the two ways to take a promise of the page's into Go.
var ways = map[string]func(context.Context, safejs.Value) (deferred.Args, error){
	"AwaitJS": deferred.AwaitJS,
	"FromJS": func(ctx context.Context, value safejs.Value) (deferred.Args, error) {
		p := deferred.FromJS(value)
		args, err := p.Await(ctx)
		p.Abort(nil)
		return args, err
	},
}

func TestPagePromisesGiveAllArguments(t *testing.T) {
	for name, row := range map[string]struct {
		thenable string
		want     []string
	}{
		"a native promise":              {`Promise.resolve("a")`, []string{"a"}},
		"one that settles later":        {`new Promise((resolve) => setTimeout(resolve, 1, "later"))`, []string{"later"}},
		"no argument":                   {`{ then(done) { done() } }`, nil},
		"many":                          {`{ then(done) { setTimeout(done, 0, "a", 2, null) } }`, []string{"a", "2", "null"}},
		"at once":                       {`{ then(done) { done("now") } }`, []string{"now"}},
		"twice":                         {`{ then(done) { done(1); done(2) } }`, []string{"1"}},
		"done, then fail":               {`{ then(done, fail) { done(1); fail(2) } }`, []string{"1"}},
		"done, then an exception":       {`{ then(done) { done(1); throw new Error("too late") } }`, []string{"1"}},
		"a function with a then":        {`Object.assign(() => {}, { then(done) { done("f") } })`, []string{"f"}},
		"a getter that answers once":    {`{ n: 0, get then() { if (this.n++) throw new Error("twice"); return (done) => done("once") } }`, []string{"once"}},
		"no thenable: a number":         {`5`, []string{"5"}},
		"no thenable: a BigInt":         {`5n`, []string{"5"}},
		"no thenable: null":             {`null`, []string{"null"}},
		"no thenable: then is a string": {`{ then: "x", toString: () => "object" }`, []string{"object"}},
	} {
		for way, take := range ways {
			t.Run(way+" "+name, func(t *testing.T) {
				leakless(t)
				args, err := take(t.Context(), script(row.thenable))
				require.NoError(t, err)
				assert.Equal(t, row.want, texts(args))
			})
		}
	}
}

func TestPageRejectionsAreErrors(t *testing.T) {
	for name, row := range map[string]struct{ thenable, name, message, text string }{
		"an Error":             {`Promise.reject(new RangeError("out"))`, "RangeError", "out", "RangeError: out"},
		"a string":             {`Promise.reject("words")`, "", "words", "words"},
		"undefined":            {`Promise.reject()`, "", "undefined", "undefined"},
		"null":                 {`Promise.reject(null)`, "", "null", "null"},
		"no argument":          {`{ then(_, fail) { fail() } }`, "", "undefined", "undefined"},
		"the first of many":    {`{ then(_, fail) { fail("a", "b") } }`, "", "a", "a"},
		"twice":                {`{ then(done, fail) { fail("first"); fail("second"); done(3) } }`, "", "first", "first"},
		"then throws":          {`{ then() { throw new TypeError("then") } }`, "TypeError", "then", "TypeError: then"},
		"a getter that throws": {`{ get then() { throw new Error("getter") } }`, "Error", "getter", "Error: getter"},
		"getters of the error": {`Promise.reject({ get message() { throw 1 }, get name() { throw 2 }, toString: () => "x" })`, "", "x", "x"},
	} {
		for way, take := range ways {
			t.Run(way+" "+name, func(t *testing.T) {
				leakless(t)
				args, err := take(t.Context(), script(row.thenable))
				var e *deferred.PageError
				require.ErrorAs(t, err, &e)
				assert.Empty(t, args)
				assert.Equal(t, row.name, e.Name)
				assert.Equal(t, row.message, e.Message)
				assert.EqualError(t, err, row.text)
			})
		}
	}
}

func TestAPageErrorHasTheStackAndTheVeryValue(t *testing.T) {
	reason := script(`new Error("mine")`)
	_, err := deferred.AwaitJS(t.Context(), safejs.Safe(js.Global().Get("Promise").Call("reject", safejs.Unsafe(reason))))
	var e *deferred.PageError
	require.ErrorAs(t, err, &e)
	assert.True(t, e.Value.Equal(reason))
	assert.NotEmpty(t, e.Stack)
}

func TestTakingAPagePromiseEndsWithTheContext(t *testing.T) {
	const never = `new Promise(() => {})`
	for way, take := range ways {
		t.Run(way+" before", func(t *testing.T) {
			leakless(t)
			ctx, cancel := context.WithCancelCause(t.Context())
			cancel(errTest)
			_, err := take(ctx, script(never))
			assert.Equal(t, errTest, err)
		})
		t.Run(way+" while it waits", func(t *testing.T) {
			leakless(t)
			ctx, cancel := context.WithCancelCause(t.Context())
			go cancel(errTest)
			_, err := take(ctx, script(never))
			assert.Equal(t, errTest, err)
		})
		t.Run(way+" after", func(t *testing.T) {
			leakless(t)
			ctx, cancel := context.WithCancelCause(t.Context())
			args, err := take(ctx, script(`Promise.resolve(1)`))
			cancel(errTest)
			require.NoError(t, err)
			assert.Equal(t, []string{"1"}, texts(args))
		})
		t.Run(way+" and what comes too late is dropped", func(t *testing.T) {
			leakless(t)
			thenable := script(`{ then(done, fail) { this.done = done; this.fail = fail } }`)
			ctx, cancel := context.WithCancelCause(t.Context())
			go cancel(errTest)
			_, err := take(ctx, thenable)
			assert.Equal(t, errTest, err)
			for _, late := range []string{"done", "fail", "done"} {
				safejs.Unsafe(thenable).Call(late, "late")
			}
		})
	}
}

func TestFromJSPassesProgressOn(t *testing.T) {
	leakless(t)
	var r record
	thenable := script(`{ then(done, _, progress) { this.done = done; this.progress = progress } }`)
	p := deferred.FromJS(thenable)
	p.Progress(func(v any) { r.add(texts(v.(deferred.Args))) })
	safejs.Unsafe(thenable).Call("progress", "half", 2)
	safejs.Unsafe(thenable).Call("done", "whole")
	safejs.Unsafe(thenable).Call("progress", "late")
	assert.Equal(t, []any{[]string{"half", "2"}}, r.take())
	args, err := p.Result()
	require.NoError(t, err)
	assert.Equal(t, []string{"whole"}, texts(args))
}

func TestTenThousandGoroutinesAwaitThePage(t *testing.T) {
	leakless(t)
	const n = 10_000
	delayed := safejs.Unsafe(script(`(i) => new Promise((resolve) => setTimeout(resolve, i % 7, i))`))
	var wg sync.WaitGroup
	var r record
	for i := range n {
		wg.Go(func() {
			args, err := deferred.AwaitJS(t.Context(), safejs.Safe(delayed.Invoke(i)))
			if err != nil {
				r.add(err)
			} else if got, err := args.Int(0); got != i {
				r.add(err)
			}
		})
	}
	wg.Wait()
	assert.Empty(t, r.take())
}
