package anim_test

import (
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/anim"
)

// at has the animation of a stand-in tell how far it is.
func at(element safejs.Value, progress float64) {
	js.Global().Call("eval", "((a, progress) => { a.effect = { getComputedTiming: () => ({ progress }) } })").
		Invoke(get(element, "animation"), progress)
}

func TestAStoppedRunKeepsThePresentStyle(t *testing.T) {
	leakless(t)
	a, b := element(), element()
	var ended []safejs.Value
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a, b}, anim.Easing("linear"),
		anim.Each(func(element safejs.Value) { ended = append(ended, element) }))
	require.NoError(t, err)
	safejs.Unsafe(a).Call("end", "finish")
	at(b, 0.25)
	assert.Equal(t, "hidden", get(b, "style").Get("overflow").String())
	run.Stop()
	assert.Equal(t, anim.ErrStopped, run.Wait())
	assert.Equal(t, []safejs.Value{a}, ended, "each is not called for what was stopped")
	assert.Empty(t, get(a, "style").Get("height").String(), "what was over stays as it is")
	style := get(b, "style")
	assert.Equal(t, "10px", style.Get("height").String())
	assert.Empty(t, style.Get("overflow").String())
	assert.Empty(t, style.Get("display").String(), "shown")
	assert.Equal(t, 1, get(b, "cancelled").Int())
	assert.True(t, get(b, "animation").Get("onfinish").IsNull(), "a released callback is nobody's handler")
}

func TestStopOfARunThatIsOverDoesNothing(t *testing.T) {
	leakless(t)
	a := element()
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a})
	require.NoError(t, err)
	run.Finish()
	run.Stop()
	require.NoError(t, run.Wait())
	run, err = anim.SlideUp(t.Context(), []safejs.Value{a})
	require.NoError(t, err)
	run.Stop()
	run.Finish()
	run.Stop()
	assert.Equal(t, anim.ErrStopped, run.Wait(), "the first counts")
	assert.Empty(t, get(a, "style").Get("display").String(), "what was to hide stays shown")
}

// The rest needs a browser.

func TestStopInABrowser(t *testing.T) {
	for _, c := range []struct {
		name, html string
		properties anim.Properties
		want       string // cssText
	}{
		{"a slide down", `<p style="display: none; margin: 0; height: 40px"></p>`, anim.Properties{"height": "show"},
			"margin: 0px; height: 10px;"},
		{"a slide up", `<p style="margin: 0; height: 40px"></p>`, anim.Properties{"height": "hide"}, "margin: 0px; height: 30px;"},
		{"a fade", `<p></p>`, anim.Properties{"opacity": "0"}, "opacity: 0.75;"},
		{"another unit", `<p style="font-size: 10px; width: 100px"></p>`, anim.Properties{"width": "20em"},
			"font-size: 10px; width: 125px;"},
		{"relative", `<p style="width: 100px"></p>`, anim.Properties{"width": "-=40"}, "width: 90px;"},
	} {
		t.Run(c.name, func(t *testing.T) {
			leakless(t)
			p := real(t, c.html)
			run, err := anim.Animate(t.Context(), []safejs.Value{safejs.Safe(p)}, c.properties,
				anim.Duration(time.Hour), anim.Easing("linear"))
			require.NoError(t, err)
			hold(p, 0.25*float64(time.Hour/time.Millisecond))
			run.Stop()
			assert.Equal(t, anim.ErrStopped, run.Wait())
			assert.Equal(t, c.want, p.Get("style").Get("cssText").String())
			assert.Zero(t, p.Call("getAnimations").Length())
		})
	}
}

// real puts an element into the document, for as long as the test.
func real(t *testing.T, html string) js.Value {
	t.Helper()
	document := js.Global().Get("document")
	if !document.Truthy() {
		t.Skip("no document here")
	}
	parent := document.Call("createElement", "div")
	parent.Set("innerHTML", html)
	document.Get("body").Call("append", parent)
	t.Cleanup(func() { parent.Call("remove") })
	return parent.Get("firstElementChild")
}

// hold has the animation of an element stand still at a time, in ms.
func hold(element js.Value, ms float64) {
	animation := element.Call("getAnimations").Index(0)
	animation.Call("pause")
	animation.Set("currentTime", ms)
}
