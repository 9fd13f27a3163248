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

// hide has the page say that it is hidden, as one in a tab in the background does.
func hide(t *testing.T) {
	t.Helper()
	before := js.Global().Get("document")
	if !before.Truthy() {
		js.Global().Set("document", map[string]any{"hidden": true})
		t.Cleanup(func() { js.Global().Delete("document") })
		return
	}
	define := js.Global().Get("Object").Get("defineProperty")
	define.Invoke(before, "hidden", map[string]any{"value": true, "configurable": true})
	t.Cleanup(func() { js.Global().Get("Reflect").Call("deleteProperty", before, "hidden") })
}

// A program in a tab in the background used to wait until someone looked at it.
func TestARunOfAHiddenPageEndsByTheClock(t *testing.T) {
	leakless(t)
	hide(t)
	a := element()
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a}, anim.Duration(time.Millisecond))
	require.NoError(t, err)
	get(a, "animation").Set("playState", "running") // and no event ever comes
	require.NoError(t, run.Wait())
	assert.Equal(t, 1, get(a, "cancelled").Int())
}

func TestARunEndsWhoseAnimationDidNotSaySo(t *testing.T) {
	for _, state := range []string{"finished", "idle"} {
		t.Run(state, func(t *testing.T) {
			leakless(t)
			a := element()
			run, err := anim.SlideDown(t.Context(), []safejs.Value{a}, anim.Duration(time.Millisecond))
			require.NoError(t, err)
			get(a, "animation").Set("playState", state)
			require.NoError(t, run.Wait())
		})
	}
}

// As hidden pages are: nobody hears of its animations' ends any more, and new ones are not even made.
func TestARunOfAFrameThatWasTakenOutOfThePageEnds(t *testing.T) {
	leakless(t)
	a := element()
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a}, anim.Duration(time.Millisecond))
	require.NoError(t, err)
	get(a, "animation").Set("playState", "running")
	get(a, "ownerDocument").Set("defaultView", nil)
	require.NoError(t, run.Wait())

	b := element(js.Global().Call("eval", "() => null"))
	run, err = anim.SlideDown(t.Context(), []safejs.Value{b}, anim.Duration(time.Hour))
	require.NoError(t, err)
	require.NoError(t, run.Wait())
}

// Its animations do not even begin. One that did, and that someone has slowed down, goes on.
func TestARunOfAFrameThatIsNotShownEnds(t *testing.T) {
	leakless(t)
	a, slow := element(), element()
	var ended []safejs.Value
	run, err := anim.SlideDown(t.Context(), []safejs.Value{a, slow}, anim.Duration(time.Millisecond),
		anim.Each(func(element safejs.Value) {
			ended = append(ended, element)
			safejs.Unsafe(slow).Call("end", "finish")
		}))
	require.NoError(t, err)
	get(a, "animation").Set("playState", "running")
	get(a, "animation").Set("pending", true)
	get(slow, "animation").Set("playState", "running")
	get(slow, "animation").Set("pending", false)
	require.NoError(t, run.Wait())
	assert.Equal(t, []safejs.Value{a, slow}, ended)
}

func TestWhatIsNoElementIsNamed(t *testing.T) {
	leakless(t)
	for want, wrong := range map[string]safejs.Value{
		"what is in elements must be an element, not undefined":                  {},
		`what is in elements must be an element, not "p"`:                        safejs.Safe(js.ValueOf("p")),
		"what is in elements must be an element that has a style, not an object": safejs.Safe(js.ValueOf(map[string]any{})),
	} {
		_, err := anim.SlideDown(t.Context(), []safejs.Value{wrong})
		assert.EqualError(t, err, want)
	}
}
