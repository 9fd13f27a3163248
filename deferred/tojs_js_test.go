package deferred_test

import (
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

func TestAGoPromiseInThePage(t *testing.T) {
	leakless(t)
	d := deferred.New[[]int]()
	promise, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	require.True(t, safejs.Unsafe(promise).InstanceOf(js.Global().Get("Promise")))
	d.Notify("not for a native promise")
	d.Resolve([]int{1, 2})
	args, err := deferred.AwaitJS(t.Context(), promise)
	require.NoError(t, err)
	assert.Equal(t, []string{"1,2"}, texts(args))

	promise, err = deferred.ToJS(deferred.Rejected[int](errTest))
	require.NoError(t, err)
	_, err = deferred.AwaitJS(t.Context(), promise)
	assert.EqualError(t, err, "Error: test")

	promise, err = deferred.ToJS(deferred.Resolved(make(chan int)))
	require.NoError(t, err)
	_, err = deferred.AwaitJS(t.Context(), promise)
	assert.ErrorContains(t, err, "a page has no value for a chan int")
}

func TestAPageErrorReturnsToThePageAsItWas(t *testing.T) {
	leakless(t)
	promise, err := deferred.ToJS(deferred.FromJS(script(`Promise.reject(null)`)))
	require.NoError(t, err)
	_, err = deferred.AwaitJS(t.Context(), promise)
	var e *deferred.PageError
	require.ErrorAs(t, err, &e)
	assert.True(t, e.Value.IsNull())
}

// bundle stands in for the page's own bundle, as far as it is used here.
const bundle = `Object.assign(() => {}, {
	work(start) {
		const calls = { resolve: [], reject: [], notify: [] };
		const promise = { calls, then() {} };
		const d = {};
		for (const name in calls) d[name] = (...args) => { calls[name].push(args) };
		start(d, (stop) => { promise.abort = stop });
		return promise;
	},
})`

func TestThePagesBundleGetsAllArgumentsAndProgress(t *testing.T) {
	leakless(t)
	js.Global().Set("godeferred", safejs.Unsafe(script(bundle)))
	defer js.Global().Delete("godeferred")
	d := deferred.New[deferred.Args]()
	promise, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	d.Notify("half")
	d.Notify(deferred.Args{script(`1`), script(`2`)})
	d.Resolve(deferred.Args{script(`"a"`), script(`"b"`)})
	calls := js.Global().Get("JSON").Call("stringify", safejs.Unsafe(promise).Get("calls")).String()
	assert.Equal(t, `{"resolve":[["a","b"]],"reject":[],"notify":[["half"],[1,2]]}`, calls)
}

// Its functions throw until the runtime is ready.
func TestABundleThatIsNotReadyIsNotUsed(t *testing.T) {
	js.Global().Set("godeferred", safejs.Unsafe(script(`Object.assign(() => {}, { work() { throw new Error("not ready") } })`)))
	defer js.Global().Delete("godeferred")
	promise, err := deferred.ToJS(deferred.Resolved(1))
	require.NoError(t, err)
	assert.True(t, safejs.Unsafe(promise).InstanceOf(js.Global().Get("Promise")))
}

func TestAPageCallbackThatThrowsIntoGoIsReported(t *testing.T) {
	leakless(t)
	js.Global().Set("godeferred", safejs.Unsafe(script(`Object.assign(() => {}, { work(start) {
		start({ reject() {}, notify() {}, resolve() { throw new Error("callback") } }, () => {});
		return {} } })`)))
	defer js.Global().Delete("godeferred")
	complaints := script(`[]`)
	before := js.Global().Get("reportError")
	js.Global().Set("reportError", safejs.Unsafe(complaints).Get("push").Call("bind", safejs.Unsafe(complaints)))
	defer js.Global().Set("reportError", before)
	d := deferred.New[int]()
	_, err := deferred.ToJS(d.Promise())
	require.NoError(t, err)
	d.Resolve(1)
	assert.Equal(t, "Error: callback", shown(complaints))
}
