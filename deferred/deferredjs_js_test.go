package deferred_test

import (
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// makeDeferred is a deferred that calls back at once, and queues notifications inside others, as the bundle's and
// jQuery's do.
const makeDeferred = `(() => {
	let state = "pending", values = [], notifying = false
	const lists = { resolved: [], rejected: [], progress: [] }, queue = []
	const settle = (to) => (...args) => {
		if (state !== "pending") return
		state = to
		values = args
		for (const fn of lists[to]) fn(...values)
	}
	const add = (to) => function (fn) { if (state === to) fn(...values); else lists[to].push(fn); return this }
	return {
		state: () => state,
		values: () => values,
		resolve: settle("resolved"),
		reject: settle("rejected"),
		notify(...args) {
			queue.push(args)
			if (notifying) return
			notifying = true
			while (queue.length > 0) { const args = queue.shift(); for (const fn of lists.progress) fn(...args) }
			notifying = false
		},
		done: add("resolved"),
		fail: add("rejected"),
		progress(fn) { lists.progress.push(fn); return this },
		then(done, fail) { this.done(done); this.fail(fail); return this },
	}
})`

// withWorkingBundle has the page have a bundle whose deferreds work, for one test.
func withWorkingBundle(t *testing.T) {
	t.Helper()
	leakless(t)
	js.Global().Set("godeferred", safejs.Unsafe(script(`Object.assign(() => {}, { work(start) {
		const d = `+makeDeferred+`()
		start(d, (stop) => { d.abort = (reason) => { stop(reason); d.reject(reason) } })
		return d
	} })`)))
	t.Cleanup(func() { js.Global().Delete("godeferred") })
}

func firstInt(args deferred.Args) (int, error) { return args.Int(0) }

// inPage makes both sides of a deferred.
func inPage(t *testing.T) (*deferred.Deferred[int], js.Value) {
	t.Helper()
	d := deferred.New[int]()
	value, err := deferred.DeferredToJS(d, firstInt)
	require.NoError(t, err)
	return d, safejs.Unsafe(value)
}

func outcome(d js.Value) string {
	return d.Call("state").String() + " " + js.Global().Call("String", d.Call("values")).String()
}

func TestThePageSettlesAGoDeferred(t *testing.T) {
	withWorkingBundle(t)
	d, value := inPage(t)
	value.Call("resolve", 5)
	got, err := d.Promise().Result()
	require.NoError(t, err, "at once")
	assert.Equal(t, 5, got)
	d.Resolve(6)
	assert.Equal(t, "resolved 5", outcome(value))

	d, value = inPage(t)
	value.Call("reject", "no")
	_, err = d.Promise().Result()
	assert.Equal(t, "no", reasonOf(t, err))

	d, value = inPage(t)
	value.Call("resolve", "five")
	_, err = d.Promise().Result()
	assert.EqualError(t, err, `argument 1 must be a whole number, not "five"`)
}

func TestGoSettlesADeferredOfThePages(t *testing.T) {
	withWorkingBundle(t)
	d, value := inPage(t)
	d.Resolve(5)
	assert.Equal(t, "resolved 5", outcome(value))
	value.Call("resolve", 6)
	got, _ := d.Promise().Result()
	assert.Equal(t, 5, got)

	d, value = inPage(t)
	d.Reject(errTest)
	assert.Equal(t, "rejected Error: test", outcome(value))

	far := deferred.New[chan int]()
	made, err := deferred.DeferredToJS(far, func(deferred.Args) (chan int, error) { return nil, nil })
	require.NoError(t, err)
	far.Resolve(nil)
	assert.Contains(t, outcome(safejs.Unsafe(made)), "rejected TypeError: a page has no value for a chan int")

	before := deferred.New[int]()
	before.Resolve(1)
	made, err = deferred.DeferredToJS(before, firstInt)
	require.NoError(t, err)
	assert.Equal(t, "resolved 1", outcome(safejs.Unsafe(made)))
}

func TestProgressPassesBothWaysOnce(t *testing.T) {
	withWorkingBundle(t)
	d, value := inPage(t)
	var here, there []string
	d.Promise().Progress(func(v any) {
		if args, is := v.(deferred.Args); is {
			v = len(args)
			if len(args) > 0 {
				v = shown(args[0])
			}
		}
		value, err := deferred.Value(v)
		require.NoError(t, err)
		here = append(here, shown(value))
	})
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		text := "none"
		if len(args) > 0 {
			text = js.Global().Call("String", args[0]).String()
		}
		there = append(there, text)
		if text == "page" {
			value.Call("notify", "inner page")
			d.Notify("inner go")
		}
		return nil
	})
	defer heard.Release()
	value.Call("progress", heard)
	d.Notify("go")
	value.Call("notify", "page")
	value.Call("notify")
	value.Call("notify", js.Global().Get("NaN"))
	d.Notify(js.Global().Get("NaN"))
	assert.Equal(t, []string{"go", "page", "inner go", "inner page", "0", "NaN", "NaN"}, here)
	assert.Equal(t, []string{"go", "page", "inner page", "inner go", "none", "NaN", "NaN"}, there)
	d.Resolve(1)
	value.Call("notify", "late")
	assert.Len(t, here, 7)
}

func TestThePagesAbortAbortsAGoDeferred(t *testing.T) {
	withWorkingBundle(t)
	d := deferred.New[int]()
	var stopped error
	d.OnAbort(func(reason error) { stopped = reason })
	value, err := deferred.DeferredToJS(d, firstInt)
	require.NoError(t, err)
	safejs.Unsafe(value).Call("abort", "left")
	assert.Equal(t, "left", reasonOf(t, stopped))
	_, err = d.Promise().Result()
	assert.Equal(t, "left", reasonOf(t, err))
	assert.Equal(t, "rejected left", outcome(safejs.Unsafe(value)))

	d, plain := inPage(t)
	plain.Call("abort", "left")
	_, err = d.Promise().Result()
	assert.Equal(t, "left", reasonOf(t, err), "without OnAbort, too")
}

func TestAPanicInFromRejects(t *testing.T) {
	withWorkingBundle(t)
	reported := reports(t)
	d := deferred.New[int]()
	value, err := deferred.DeferredToJS(d, func(deferred.Args) (int, error) { panic("broken") })
	require.NoError(t, err)
	safejs.Unsafe(value).Call("resolve")
	_, err = d.Promise().Result()
	assert.ErrorAs(t, err, new(*deferred.PanicError))
	assert.Len(t, reported.take(), 1)
}

func TestDeferredToJSTellsWhatIsWrong(t *testing.T) {
	_, err := deferred.DeferredToJS(nil, firstInt)
	assert.EqualError(t, err, "d must be a deferred, not nil")
	_, err = deferred.DeferredToJS[int](deferred.New[int](), nil)
	assert.EqualError(t, err, "from must be a function, not nil")
}

// As Promise.withResolvers makes it.
func TestWithoutTheBundleThePageGetsResolvers(t *testing.T) {
	leakless(t)
	d, value := inPage(t)
	require.True(t, value.Get("promise").InstanceOf(js.Global().Get("Promise")))
	value.Get("resolve").Invoke(5)
	got, err := d.Promise().Await(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 5, got)

	d, value = inPage(t)
	value.Get("reject").Invoke("no")
	_, err = d.Promise().Await(t.Context())
	assert.Equal(t, "no", reasonOf(t, err))

	d, value = inPage(t)
	d.Notify("for nobody")
	d.Resolve(5)
	args, err := deferred.AwaitJS(t.Context(), safejs.Safe(value.Get("promise")))
	require.NoError(t, err)
	assert.Equal(t, []string{"5"}, texts(args))
}

func TestGoSettlesWhatThePageHandsOver(t *testing.T) {
	leakless(t)
	both := deferred.Args{script(`"a"`), script(`"b"`)}
	value := script(makeDeferred + `()`)
	d, err := deferred.DeferredFromJS(value)
	require.NoError(t, err)
	d.Resolve(both)
	assert.Equal(t, "resolved a,b", outcome(safejs.Unsafe(value)))

	value = script(makeDeferred + `()`)
	d, err = deferred.DeferredFromJS(value)
	require.NoError(t, err)
	safejs.Unsafe(value).Call("resolve", "a", "b")
	got, err := d.Promise().Result()
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, texts(got))

	value = script(makeDeferred + `()`)
	d, err = deferred.DeferredFromJS(value)
	require.NoError(t, err)
	d.Reject(errTest)
	assert.Equal(t, "rejected Error: test", outcome(safejs.Unsafe(value)))
}

func TestResolversOfThePagesAreSettledFromGo(t *testing.T) {
	for name, promise := range map[string]string{"a property": `d.promise = promise`, "a method": `d.promise = () => promise`} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			value := script(`(() => { const d = {}; const promise = new Promise((resolve, reject) => Object.assign(d, { resolve, reject }))
				` + promise + `; d.kept = promise; return d })()`)
			d, err := deferred.DeferredFromJS(value)
			require.NoError(t, err)
			d.Notify("for nobody")
			d.Resolve(deferred.Args{script(`"a"`), script(`"b"`)})
			args, err := deferred.AwaitJS(t.Context(), safejs.Safe(safejs.Unsafe(value).Get("kept")))
			require.NoError(t, err)
			assert.Equal(t, []string{"a"}, texts(args))
		})
	}
}

func TestAbortOfAPagesDeferredIsThePages(t *testing.T) {
	leakless(t)
	value := script(`Object.assign(` + makeDeferred + `(), { abort(reason) { this.reject(reason) } })`)
	d, err := deferred.DeferredFromJS(value)
	require.NoError(t, err)
	d.Promise().Abort(errTest)
	assert.Equal(t, "rejected Error: test", outcome(safejs.Unsafe(value)))
}

func TestDeferredFromJSTellsWhatIsWrong(t *testing.T) {
	for value, shown := range map[string]string{
		`5`: "5", `{}`: "an object", `Promise.resolve()`: "an object", `{ resolve() {}, reject() {} }`: "an object",
		`{ resolve() {}, reject() {}, promise: 5 }`: "an object",
	} {
		_, err := deferred.DeferredFromJS(script(value))
		assert.EqualError(t, err, "value must be a deferred, with resolve, reject and a promise, not "+shown)
	}
	_, err := deferred.DeferredFromJS(script(`{ get resolve() { throw new RangeError("own") } }`))
	assert.EqualError(t, err, "RangeError: own")
}
