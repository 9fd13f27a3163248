package anim_test

import (
	"context"
	"math"
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/internal/wrong"
)

func TestFadeToShowsWhatIsHidden(t *testing.T) {
	leakless(t)
	a, b := element(), element()
	get(b, "style").Set("display", "inline")
	run, err := anim.FadeTo(t.Context(), []safejs.Value{a, b}, 0.25)
	require.NoError(t, err)
	assert.Empty(t, get(a, "style").Get("display").String())
	assert.Equal(t, "0", get(a, "style").Get("opacity").String(), "from nothing")
	assert.True(t, get(b, "style").Get("opacity").IsUndefined(), "what shows begins where it is")
	assert.Equal(t, "0.25", get(a, "frames").Index(1).Get("opacity").String())
	run.Finish()
	require.NoError(t, run.Wait())
	for _, element := range []safejs.Value{a, b} {
		assert.Equal(t, "0.25", get(element, "style").Get("opacity").String())
	}
	assert.Equal(t, "inline", get(b, "style").Get("display").String())
}

func TestFadeToNothingHidesNothing(t *testing.T) {
	leakless(t)
	a := element()
	run, err := anim.FadeTo(t.Context(), []safejs.Value{a}, 0, anim.Duration(0))
	require.NoError(t, err)
	require.NoError(t, run.Wait())
	assert.Equal(t, "0", get(a, "style").Get("opacity").String())
	assert.Empty(t, get(a, "style").Get("display").String())
}

func TestFadeToRefusesWhatIsNoOpacity(t *testing.T) {
	leakless(t)
	a := element()
	var wrong wrong.TypeError
	for _, opacity := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err := anim.FadeTo(t.Context(), []safejs.Value{a}, opacity)
		require.ErrorAs(t, err, &wrong)
		assert.ErrorContains(t, err, "opacity must be a number from 0 to 1, not ")
	}
	_, err := anim.FadeTo(t.Context(), []safejs.Value{a}, 1, anim.Easing("bounce"))
	require.ErrorAs(t, err, &wrong)
	_, err = anim.FadeTo(t.Context(), []safejs.Value{a, safejs.Safe(js.Global().Call("eval", "({ nodeType: 1 })"))}, 1)
	require.ErrorAs(t, err, &wrong)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = anim.FadeTo(ctx, []safejs.Value{a}, 1)
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, "none", get(a, "style").Get("display").String(), "nothing was shown")
}

func TestFadeToInABrowser(t *testing.T) {
	leakless(t)
	p := real(t, `<p style="display: none">x</p>`)
	run, err := anim.FadeTo(t.Context(), []safejs.Value{safejs.Safe(p)}, 0.5, anim.Duration(time.Hour), anim.Easing("linear"))
	require.NoError(t, err)
	hold(p, float64(time.Hour/time.Millisecond)/2)
	assert.Equal(t, "0.25", js.Global().Call("getComputedStyle", p).Get("opacity").String())
	run.Finish()
	require.NoError(t, run.Wait())
	assert.Equal(t, "opacity: 0.5;", p.Get("style").Get("cssText").String())
}
