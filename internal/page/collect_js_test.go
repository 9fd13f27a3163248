package page_test

import (
	"runtime"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

// timers records the timers of the collector: setTimeout answers what the expression says for them. Those of Go's
// scheduler run as ever.
func timers(t *testing.T, answer string) (asked func() (delays []int)) {
	t.Helper()
	run, err := page.Collector()
	require.NoError(t, err)
	_, err = run.Invoke() // none is due from an earlier test
	require.NoError(t, err)
	t.Cleanup(func() { _, _ = run.Invoke() })
	replaced(t, "globalThis", "collectorAsks", `[]`)
	replaced(t, "globalThis", "collectorRuns", `null`)
	js.Global().Set("collectorRuns", safejs.Unsafe(run))
	replaced(t, "globalThis", "setTimeout", `((before) => (...args) => {
		if (args[0] !== collectorRuns) return before(...args)
		collectorAsks.push(args[1])
		return `+answer+`
	})(setTimeout)`)
	return func() (delays []int) {
		all := js.Global().Get("collectorAsks")
		for i := range all.Length() {
			delays = append(delays, all.Index(i).Int())
		}
		return delays
	}
}

// callbacks are page functions of each kind that the page can call.
func callbacks(t *testing.T) map[string]js.Value {
	var owner page.Owner
	t.Cleanup(owner.Release)
	handler, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) { return nil, nil })
	require.NoError(t, err)
	async, err := owner.Async(func([]safejs.Value) safejs.Value { return safejs.Undefined() })
	require.NoError(t, err)
	listener, forget, err := page.Callback(func() {})
	require.NoError(t, err)
	t.Cleanup(forget)
	return map[string]js.Value{
		"a handler": safejs.Unsafe(handler), "an async function": safejs.Unsafe(async), "a listener": safejs.Unsafe(listener),
	}
}

func TestTheCollectorIsAskedForOnceUntilItRan(t *testing.T) {
	for name, f := range callbacks(t) {
		t.Run(name, func(t *testing.T) {
			asked := timers(t, `5`)
			f.Invoke()
			f.Invoke()
			assert.Equal(t, []int{3000}, asked())

			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			js.Global().Get("collectorRuns").Invoke()
			runtime.ReadMemStats(&after)
			assert.Equal(t, before.NumForcedGC+1, after.NumForcedGC)
			assert.Equal(t, []int{3000}, asked(), "a collection is no reason for another")

			f.Invoke()
			f.Invoke()
			assert.Equal(t, []int{3000, 3000}, asked())
		})
	}
}

func TestTheCollectorsTimerKeepsNodeAliveNoLonger(t *testing.T) {
	asked := timers(t, `{ unref() { this.calls = (this.calls ?? 0) + 1; collectorAsks.timer = this } }`)
	callbacks(t)["a handler"].Invoke()
	assert.Equal(t, []int{3000}, asked())
	assert.Equal(t, 1, js.Global().Get("collectorAsks").Get("timer").Get("calls").Int())
}

// A page's clock may be a fake. A setTimeout that failed once was the end of all collections, and a timer of a kind that
// Go does not know the end of the program.
func TestACallbackWorksWhateverSetTimeoutDoes(t *testing.T) {
	for name, answer := range map[string]string{
		"a BigInt":                     `5n`,
		"nothing":                      `undefined`,
		"an object without unref":      `({})`,
		"an object whose unref throws": `({ get unref() { throw new Error("unref") } })`,
		"an exception":                 `(() => { throw new Error("no timer") })()`,
	} {
		t.Run(name, func(t *testing.T) {
			shown := reports(t)
			timers(t, answer)
			f := callbacks(t)["a handler"]
			assert.Equal(t, js.TypeObject, f.Invoke().Type())
			assert.Empty(t, shown.messages())
		})
	}
}

func TestTheCollectorIsAskedForAgainAfterAFailure(t *testing.T) {
	asked := timers(t, `(() => { if (collectorAsks.length < 2) throw new Error("no timer") })()`)
	f := callbacks(t)["a handler"]
	for range 3 {
		f.Invoke()
	}
	assert.Equal(t, []int{3000, 3000}, asked(), "the third call found one due")
}
