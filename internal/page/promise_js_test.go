package page_test

import (
	"errors"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

// bundle is a bundle whose promises are lists of what was called on their deferred, with what onAbort was given as stop.
const bundle = `Object.assign(() => {}, {
	work(start) {
		const calls = []
		const noting = (verb) => (...args) => void calls.push([verb, ...args])
		const deferred = { resolve: noting("resolve"), reject: noting("reject"), notify: noting("notify") }
		start(deferred, (stop) => { calls.stop = stop })
		return calls
	},
})`

func withBundle(t *testing.T, expression string) {
	t.Helper()
	replaced(t, "globalThis", "godeferred", expression)
}

func newPromise(t *testing.T) *page.Promise {
	t.Helper()
	p, err := page.NewPromise()
	require.NoError(t, err)
	return p
}

// calls are those of a bundle's promise.
func calls(p *page.Promise) string {
	return js.Global().Get("JSON").Call("stringify", safejs.Unsafe(p.Value)).String()
}

func TestABundlesPromiseHasAllArgumentsAndProgress(t *testing.T) {
	leakless(t)
	withBundle(t, bundle)
	p := newPromise(t)
	p.Notify(1, "b")
	p.Resolve("a", 2, script(`[3]`))
	p.Reject(page.AsError(script(`"reason"`)))
	assert.Equal(t, `[["notify",1,"b"],["resolve","a",2,[3]],["reject","reason"]]`, calls(p))
}

func TestAPromiseIsNativeWithoutAReadyBundle(t *testing.T) {
	for name, godeferred := range map[string]string{
		"none":                     `undefined`,
		"another's object":         `({ work: ` + bundle + `.work })`,
		"a function":               `() => {}`,
		"it is not ready":          `Object.assign(() => {}, { work() { throw new Error("not ready") } })`,
		"work calls nothing":       `Object.assign(() => {}, { work: () => ({}) })`,
		"it fails after start":     `Object.assign(() => {}, { work(start) { start({ resolve() {}, reject() {} }, () => {}); throw new Error("late") } })`,
		"a getter of work throws":  `Object.defineProperty(() => {}, "work", { get() { throw new Error("work") } })`,
		"a deferred with no verbs": `Object.assign(() => {}, { work: (start) => start(null, null) })`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			shown := reports(t)
			withBundle(t, godeferred)
			p := newPromise(t)
			require.NoError(t, p.OnAbort(func(error) { t.Error("aborted") }))
			p.Notify("is for nobody")
			p.Resolve("a", "b")
			values, err := page.Await(t.Context(), p.Value)
			require.NoError(t, err)
			require.Len(t, values, 1)
			assert.True(t, safejs.Unsafe(values[0]).Equal(js.ValueOf("a")))
			assert.Empty(t, shown.messages())
		})
	}
}

func TestAPromiseIsNativeWhereReadingTheBundleThrows(t *testing.T) {
	global := js.Global().Get("Object")
	global.Call("defineProperty", js.Global(), "godeferred",
		safejs.Unsafe(script(`{ configurable: true, get() { throw new Error("not for you") } }`)))
	defer js.Global().Delete("godeferred")
	p := newPromise(t)
	assert.True(t, safejs.Unsafe(p.Value).InstanceOf(js.Global().Get("Promise")))
}

func TestABundleIsNotAskedForAPromiseWithoutAnExecutor(t *testing.T) {
	replaced(t, "globalThis", "asked", `[]`)
	withBundle(t, `Object.assign(() => {}, { work(start) { asked.push(typeof start); return {} } })`)
	newGives(t, "Array", `asked.failed ? [] : (() => { asked.failed = true; throw new Error("no array, once") })()`)
	p := newPromise(t)
	assert.True(t, safejs.Unsafe(p.Value).InstanceOf(js.Global().Get("Promise")))
	assert.Equal(t, 0, safejs.Unsafe(script(`asked`)).Length())
}

func TestANativePromiseIsRejectedWithThePagesOwnValue(t *testing.T) {
	leakless(t)
	p := newPromise(t)
	reason := script(`new RangeError("mine")`)
	p.Reject(page.AsError(reason))
	_, err := page.Await(t.Context(), p.Value)
	assert.True(t, page.Thrown(err).Equal(reason))
}

func TestNativePromiseIsResolvedByItsFunction(t *testing.T) {
	leakless(t)
	withBundle(t, bundle)
	promise, resolve, err := page.NativePromise()
	require.NoError(t, err)
	_, err = resolve.Invoke("a")
	require.NoError(t, err)
	values, err := page.Await(t.Context(), promise)
	require.NoError(t, err)
	assert.Equal(t, "a", safejs.Unsafe(values[0]).String())
}

func TestAPromiseThatCannotBeMadeIsAnErrorOfThePages(t *testing.T) {
	for name, row := range map[string]struct {
		constructor, by, want string
	}{
		"no Promise":         {"Promise", `class { constructor() { throw new RangeError("no promises") } }`, "RangeError: no promises"},
		"no arrays":          {"Array", `(() => { throw new RangeError("no arrays") })()`, "RangeError: no arrays"},
		"arrays have no end": {"Array", `({ get push() { throw new RangeError("no push") } })`, "RangeError: no push"},
		"push is no method":  {"Array", `({ push: { bind() { throw new RangeError("no bind") } } })`, "RangeError: no bind"},
	} {
		for which, expression := range map[string]string{"native": `undefined`, "with a bundle": bundle} {
			if row.constructor == "Promise" && which != "native" {
				continue // the bundle's is no Promise
			}
			t.Run(name+", "+which, func(t *testing.T) {
				leakless(t)
				withBundle(t, expression)
				var restore func()
				if row.constructor == "Array" {
					restore = newGives(t, "Array", row.by)
				} else {
					restore = replaced(t, "globalThis", row.constructor, row.by)
				}
				_, err := page.NewPromise()
				_, _, nativeErr := page.NativePromise()
				restore()
				assert.EqualError(t, err, row.want)
				assert.EqualError(t, nativeErr, row.want)
			})
		}
	}
}

func TestOnAbortHearsTheReason(t *testing.T) {
	leakless(t)
	withBundle(t, bundle)
	before := page.Live()
	p := newPromise(t)
	var reasons []error
	require.NoError(t, p.OnAbort(func(reason error) { reasons = append(reasons, reason) }))
	assert.Equal(t, before+1, page.Live())
	for range 2 {
		safejs.Unsafe(p.Value).Call("stop", "enough", "more")
	}
	require.Len(t, reasons, 1)
	assert.EqualError(t, reasons[0], "enough")
	p.Reject(reasons[0])
	assert.Equal(t, `[["reject","enough","more"]]`, calls(p))
}

func TestOnAbortHearsNothingOnceThePromiseHasSettled(t *testing.T) {
	for name, settle := range map[string]func(*page.Promise){
		"resolved": func(p *page.Promise) { p.Resolve(1) },
		"rejected": func(p *page.Promise) { p.Reject(errors.New("reason")) },
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			withBundle(t, bundle)
			before := page.Live()
			p := newPromise(t)
			require.NoError(t, p.OnAbort(func(error) { t.Error("aborted") }))
			settle(p)
			assert.Equal(t, before, page.Live())
			safejs.Unsafe(p.Value).Call("stop", "late")
			settle(p)
		})
	}
}

// It was an error of Go's, of which the page saw the text alone.
func TestAnExceptionOfOnAbortIsThePages(t *testing.T) {
	leakless(t)
	withBundle(t, `Object.assign(() => {}, {
		work: (start) => start({ resolve() {} }, () => { throw new RangeError("no aborts") }) ?? [],
	})`)
	p := newPromise(t)
	var e *page.Error
	require.ErrorAs(t, p.OnAbort(func(error) {}), &e)
	assert.Equal(t, "RangeError", e.Name)
	p.Resolve()
}

func TestOnAbortWithoutAFunctionForThePageIsAnError(t *testing.T) {
	leakless(t)
	withBundle(t, bundle)
	p := newPromise(t)
	restore := page.SetBindTeller(script(`() => { throw new RangeError("stack") }`))
	defer restore()
	assert.EqualError(t, p.OnAbort(func(error) {}), "RangeError: stack")
	assert.True(t, safejs.Unsafe(p.Value).Get("stop").IsUndefined())
}

func TestWhatSettlingThrowsIsReported(t *testing.T) {
	shown := reports(t)
	withBundle(t, `Object.assign(() => {}, {
		work: (start) => start({ resolve() { throw new RangeError("a callback's") } }) ?? [],
	})`)
	newPromise(t).Resolve()
	assert.Equal(t, []string{"a callback's"}, shown.messages())
	assert.Equal(t, "RangeError", shown.values[0].Get("name").String())
	newPromise(t).Resolve(struct{}{})
	assert.Equal(t, []string{"a callback's", "ValueOf: invalid value"}, shown.messages())
}
