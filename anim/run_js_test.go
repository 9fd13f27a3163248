package anim_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// These run without a document, on objects that do as elements. What browsers make of it is tested
// in e2e.

// stand is an element that is hidden by its own style, and whose animations end by its method end.
const stand = `(animate) => {
	const style = { display: "none" };
	const view = { getComputedStyle: () => ({ height: "40px", get display() { return style.display || "block" } }) };
	return {
		nodeType: 1, nodeName: "DIV", style, ownerDocument: { defaultView: view }, cancelled: 0,
		animate(frames, timing) {
			if (animate) return animate();
			this.frames = frames;
			this.timing = timing;
			return this.animation = { cancel: () => this.cancelled++ };
		},
		end(how) { this.animation["on" + how].call(this.animation) },
	};
}`

func element(animate ...any) safejs.Value {
	return safejs.Safe(js.Global().Call("eval", stand).Invoke(animate...))
}

func get(element safejs.Value, name string) js.Value { return safejs.Unsafe(element).Get(name) }

func leakless(t *testing.T) {
	t.Helper()
	before := page.Live()
	t.Cleanup(func() { assert.Equal(t, before, page.Live(), "callbacks alive") })
}

func TestARunEndsWithItsLastElement(t *testing.T) {
	for _, how := range []string{"finish", "cancel"} {
		t.Run(how, func(t *testing.T) {
			leakless(t)
			a, b := element(), element()
			var ended []safejs.Value
			run, err := anim.SlideDown(t.Context(), []safejs.Value{a, b}, anim.Duration(time.Second), anim.Easing("linear"),
				anim.Each(func(element safejs.Value) { ended = append(ended, element) }))
			require.NoError(t, err)
			assert.Equal(t, 1000, get(a, "timing").Get("duration").Int())
			assert.Equal(t, "linear", get(a, "frames").Index(0).Get("easing").String())
			assert.Equal(t, "40px", get(a, "frames").Index(1).Get("height").String())
			safejs.Unsafe(b).Call("end", how)
			assert.Equal(t, []safejs.Value{b}, ended)
			safejs.Unsafe(a).Call("end", how)
			require.NoError(t, run.Wait())
			assert.Equal(t, []safejs.Value{b, a}, ended)
			assert.Empty(t, get(a, "style").Get("display").String())
			assert.Equal(t, 1, get(a, "cancelled").Int())
			assert.True(t, get(a, "animation").Get("onfinish").IsNull(), "a released callback is nobody's handler")
			assert.True(t, get(a, "animation").Get("oncancel").IsNull())
		})
	}
}

func TestTheEndOfTheContextEndsARun(t *testing.T) {
	leakless(t)
	a, b := element(), element()
	ctx, cancel := context.WithCancelCause(t.Context())
	var ended int
	run, err := anim.FadeIn(ctx, []safejs.Value{a, b}, anim.Each(func(safejs.Value) { ended++ }))
	require.NoError(t, err)
	safejs.Unsafe(a).Call("end", "finish")
	reason := errors.New("reason")
	cancel(reason)
	assert.Equal(t, reason, run.Wait())
	assert.Equal(t, 2, ended)
	assert.Equal(t, 1, get(b, "cancelled").Int())
	assert.Empty(t, get(b, "style").Get("display").String(), "shown, whole")
}

func TestNothingBeginsAfterTheEndOfTheContext(t *testing.T) {
	leakless(t)
	a := element()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := anim.FadeIn(ctx, []safejs.Value{a})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, "none", get(a, "style").Get("display").String())
}

func TestARunOfNothingIsOver(t *testing.T) {
	leakless(t)
	run, err := anim.SlideDown(t.Context(), nil)
	require.NoError(t, err)
	require.NoError(t, run.Wait())
	require.NoError(t, run.Wait(), "as often as one likes")
}

func TestAnElementThatCannotBeAnimatedShows(t *testing.T) {
	leakless(t)
	report := js.Global().Get("reportError")
	js.Global().Set("reportError", js.Global().Call("eval", "(e) => { globalThis.reportedByTest = e.message }"))
	defer js.Global().Set("reportError", report)
	a := element(js.Global().Call("eval", `() => { throw new RangeError("cannot") }`))
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a})
	require.NoError(t, err)
	require.NoError(t, run.Wait())
	assert.Empty(t, get(a, "style").Get("display").String())
	assert.Equal(t, "cannot", js.Global().Get("reportedByTest").String())
}

func TestWhereNothingIsAnimatedElementsJumpToTheirEnd(t *testing.T) {
	leakless(t)
	var reports []error
	defer page.OnReport(func(err error) { reports = append(reports, err) })()
	a := element()
	require.NoError(t, a.Set("animate", safejs.Undefined())) // jsdom
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a})
	require.NoError(t, err)
	require.NoError(t, run.Wait())
	assert.Empty(t, get(a, "style").Get("display").String())
	assert.Empty(t, reports)
}

func TestAPanicInEachDoesNotKeepARunFromEnding(t *testing.T) {
	leakless(t)
	report := js.Global().Get("reportError")
	js.Global().Set("reportError", js.Global().Call("eval", "() => {}"))
	defer js.Global().Set("reportError", report)
	a, b := element(), element()
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a, b}, anim.Each(func(safejs.Value) { panic("each") }))
	require.NoError(t, err)
	safejs.Unsafe(a).Call("end", "finish")
	safejs.Unsafe(b).Call("end", "finish")
	require.NoError(t, run.Wait())
}

func TestWrongOptionsTouchNothing(t *testing.T) {
	leakless(t)
	a := element()
	_, err := anim.SlideDown(t.Context(), []safejs.Value{a}, anim.Easing("bounce"))
	var wrong wrong.TypeError
	require.ErrorAs(t, err, &wrong)
	_, err = anim.SlideDown(t.Context(), []safejs.Value{safejs.Safe(js.Global().Call("eval", "({ nodeType: 1 })"))})
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, "none", get(a, "style").Get("display").String())
}

func TestAnimateLeavesNumbersAndTakesWordsBack(t *testing.T) {
	leakless(t)
	a := element()
	safejs.Unsafe(a).Get("style").Set("display", "")
	run, err := anim.Animate(t.Context(), []safejs.Value{a}, anim.Properties{"height": "hide", "margin-left": "+=5"})
	require.NoError(t, err)
	assert.Equal(t, "hidden", get(a, "style").Get("overflow").String())
	first, last := get(a, "frames").Index(0), get(a, "frames").Index(1)
	assert.Equal(t, "40px", first.Get("height").String())
	assert.Equal(t, "0px", last.Get("height").String())
	assert.Equal(t, "5px", last.Get("marginLeft").String())
	run.Finish()
	require.NoError(t, run.Wait())
	style := get(a, "style")
	assert.Equal(t, "none", style.Get("display").String())
	assert.Equal(t, "5px", style.Get("marginLeft").String())
	assert.Empty(t, style.Get("height").String())
	assert.Empty(t, style.Get("overflow").String())
}

func TestToggleGoesEitherWay(t *testing.T) {
	leakless(t)
	a := element()
	for _, want := range []string{"", "none", ""} {
		run, err := anim.Toggle(t.Context(), []safejs.Value{a}, anim.Duration(0))
		require.NoError(t, err)
		require.NoError(t, run.Wait())
		assert.Equal(t, want, get(a, "style").Get("display").String())
	}
}

func TestARelativeValueInAnotherUnitIsRefused(t *testing.T) {
	leakless(t)
	a := element()
	_, err := anim.Animate(t.Context(), []safejs.Value{a}, anim.Properties{"height": "+=5em", "opacity": "show"})
	var wrong wrong.TypeError
	require.ErrorAs(t, err, &wrong)
	style := js.Global().Get("JSON").Call("stringify", get(a, "style")).String()
	assert.Equal(t, `{"display":"none"}`, style, "nothing is written")
}
