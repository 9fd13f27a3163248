package dom_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// These run wherever there are events; what needs a document is tested in browsers, in e2e.

// script is the value of a JavaScript expression.
func script(expression string) safejs.Value {
	return safejs.Safe(js.Global().Call("eval", "("+expression+")"))
}

func leakless(t *testing.T) {
	t.Helper()
	before := page.Live()
	t.Cleanup(func() { assert.Equal(t, before, page.Live(), "callbacks alive") })
}

// counting is an event target that counts its listeners.
func counting() safejs.Value {
	return script(`Object.assign(new EventTarget(), { listeners: 0,
		addEventListener(...args) { this.listeners++; EventTarget.prototype.addEventListener.apply(this, args) },
		removeEventListener(...args) { this.listeners--; EventTarget.prototype.removeEventListener.apply(this, args) } })`)
}

func dispatch(target safejs.Value, event string) {
	safejs.Unsafe(target).Call("dispatchEvent", js.Global().Get("Event").New(event))
}

func listeners(target safejs.Value) int { return safejs.Unsafe(target).Get("listeners").Int() }

func TestFindUnderstandsElementsAndLists(t *testing.T) {
	for name, c := range map[string]struct {
		target string
		want   int
	}{
		"an element":                       {`{ nodeType: 1 }`, 1},
		"an element with a length":         {`{ nodeType: 1, length: 5 }`, 1},
		"a function that is an element":    {`Object.assign(() => {}, { nodeType: 1 })`, 1},
		"an empty list":                    {`[]`, 0},
		"a list":                           {`[{ nodeType: 1 }, { nodeType: 1 }]`, 2},
		"a list that names one twice":      {`((e) => [e, { nodeType: 1 }, e])({ nodeType: 1 })`, 2},
		"a collection like jQuery's":       {`{ 0: { nodeType: 1 }, length: 1, jquery: "4.0.0" }`, 1},
		"a list whose iterator is its own": {`{ length: 9, *[Symbol.iterator]() { yield { nodeType: 1 } } }`, 1},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			elements, err := dom.Find(script(c.target))
			require.NoError(t, err)
			assert.Len(t, elements, c.want)
		})
	}
}

func TestFindRefusesWhatIsNoTarget(t *testing.T) {
	for target, want := range map[string]string{
		`undefined`:               "target must be an element, a list of elements or a selector, not undefined",
		`null`:                    "target must be an element, a list of elements or a selector, not null",
		`5`:                       "target must be an element, a list of elements or a selector, not 5",
		`5n`:                      "target must be an element, a list of elements or a selector, not 5",
		`{}`:                      "target must be an element, a list of elements or a selector, not an object",
		`() => {}`:                "target must be an element, a list of elements or a selector, not a function",
		`{ nodeType: 9 }`:         "target must be an element, a list of elements or a selector, not an object",
		`{ length: "1" }`:         "target must be an element, a list of elements or a selector, not an object",
		`new EventTarget()`:       "target must be an element, a list of elements or a selector, not an object",
		`[{ nodeType: 1 }, null]`: "each item of target must be an element, not null",
		`[{ nodeType: 3 }]`:       "each item of target must be an element, not an object",
		`[[{ nodeType: 1 }]]`:     "each item of target must be an element, not an array",
		`[,]`:                     "each item of target must be an element, not undefined",
	} {
		t.Run(target, func(t *testing.T) {
			leakless(t)
			_, err := dom.Find(script(target))
			var wrong wrong.TypeError
			require.ErrorAs(t, err, &wrong)
			assert.EqualError(t, err, want)
		})
	}
}

func TestFindHearsGettersThatThrow(t *testing.T) {
	for name, target := range map[string]string{
		"length":       `{ get length() { throw new RangeError("mean") } }`,
		"nodeType":     `{ get nodeType() { throw new RangeError("mean") }, get length() { throw new RangeError("mean") } }`,
		"an index":     `{ length: 1, get 0() { throw new RangeError("mean") } }`,
		"the iterator": `{ length: 1, get [Symbol.iterator]() { throw new RangeError("mean") } }`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			_, err := dom.Find(script(target))
			assert.EqualError(t, err, "RangeError: mean")
		})
	}
}

func TestOnceHearsTheFirstEventAlone(t *testing.T) {
	leakless(t)
	target := counting()
	var heard []safejs.Value
	stop, err := dom.Once(t.Context(), target, "x", func(event safejs.Value) { heard = append(heard, event) })
	require.NoError(t, err)
	dispatch(target, "other")
	assert.Empty(t, heard)
	dispatch(target, "x")
	dispatch(target, "x")
	require.Len(t, heard, 1)
	assert.Equal(t, "x", safejs.Unsafe(heard[0]).Get("type").String())
	assert.Zero(t, listeners(target))
	stop()
	assert.Zero(t, listeners(target), "stopping late does nothing")
}

func TestOnceStopped(t *testing.T) {
	leakless(t)
	target := counting()
	stop, err := dom.Once(t.Context(), target, "x", func(safejs.Value) { t.Error("heard it") })
	require.NoError(t, err)
	stop()
	stop()
	dispatch(target, "x")
	assert.Zero(t, listeners(target))
}

func TestOnceEndsWithItsContext(t *testing.T) {
	leakless(t)
	target := counting()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := dom.Once(ctx, target, "x", func(safejs.Value) { t.Error("heard it") })
	require.NoError(t, err)
	cancel()
	turn(t)
	dispatch(target, "x")
	assert.Zero(t, listeners(target))
}

func TestOnceStoppedByItsOwnHandler(t *testing.T) {
	leakless(t)
	target := counting()
	var stop func()
	calls := 0
	stop, err := dom.Once(t.Context(), target, "x", func(safejs.Value) {
		calls++
		stop()
		dispatch(target, "x") // an event inside the event
	})
	require.NoError(t, err)
	dispatch(target, "x")
	assert.Equal(t, 1, calls)
}

func TestOnceWithWrongArguments(t *testing.T) {
	leakless(t)
	_, err := dom.Once(t.Context(), safejs.Null(), "x", func(safejs.Value) {})
	assert.ErrorContains(t, err, "target must be an element, the document or the window, not null")
	_, err = dom.Once(t.Context(), counting(), "", func(safejs.Value) {})
	assert.EqualError(t, err, `event must be the name of an event, not ""`)
	reason := errors.New("reason")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	_, err = dom.Once(ctx, counting(), "x", func(safejs.Value) {})
	assert.Equal(t, reason, err)
	_, err = dom.Once(t.Context(), script(`{ addEventListener() { throw new RangeError("mean") } }`), "x", func(safejs.Value) {})
	assert.EqualError(t, err, "RangeError: mean")
}

func TestFirstIsOnePromisePerTargetAndEvent(t *testing.T) {
	leakless(t)
	a, b := counting(), counting()
	first := func(target safejs.Value, event string) safejs.Value {
		promise, err := dom.First(target, event)
		require.NoError(t, err)
		return promise
	}
	ax := first(a, "x")
	assert.True(t, first(a, "x").Equal(ax))
	assert.False(t, first(a, "y").Equal(ax))
	assert.False(t, first(b, "x").Equal(ax))
	assert.False(t, first(a, "__proto__").Equal(first(a, "constructor")))
	assert.Equal(t, 4, listeners(a))

	dispatch(a, "x")
	assert.True(t, first(a, "x").Equal(ax), "after the event, too")
	values, err := page.Await(t.Context(), ax)
	require.NoError(t, err)
	assert.Equal(t, "x", safejs.Unsafe(values[0]).Get("type").String())
	assert.Equal(t, 4, listeners(a), "asking again does not listen again")
}

func turn(t *testing.T) {
	t.Helper()
	_, err := page.Await(t.Context(), script("new Promise((resolve) => setTimeout(resolve, 0))"))
	require.NoError(t, err)
}
