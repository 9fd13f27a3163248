package anim_test

import (
	"context"
	"errors"
	"runtime"
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

// begun waits until the n-th animation of a stand-in is under way.
func begun(element safejs.Value, n int) {
	for safejs.Unsafe(element).Get("begun").Int() < n {
		runtime.Gosched()
	}
}

// counted is a stand-in that counts the animations that were begun.
func counted() safejs.Value {
	e := element()
	js.Global().Call("eval", `((e) => {
		const { animate } = e;
		e.begun = 0;
		e.animate = (...args) => { e.begun++; return animate.apply(e, args) };
	})`).Invoke(safejs.Unsafe(e))
	return e
}

func TestAQueueRunsOneAfterTheOther(t *testing.T) {
	leakless(t)
	a := counted()
	q := anim.NewQueue([]safejs.Value{a})
	require.NoError(t, q.Wait(t.Context()), "empty")
	down := q.Add(t.Context(), anim.SlideDown, anim.Duration(time.Hour))
	up := q.Add(t.Context(), anim.SlideUp, anim.Duration(2*time.Hour))
	begun(a, 1)
	assert.Equal(t, 3_600_000, get(a, "timing").Get("duration").Int(), "the first alone")
	safejs.Unsafe(a).Call("end", "finish")
	require.NoError(t, down.Wait())
	begun(a, 2)
	assert.Equal(t, 7_200_000, get(a, "timing").Get("duration").Int())
	q.Finish()
	require.NoError(t, up.Wait())
	require.NoError(t, q.Wait(t.Context()))
	assert.Equal(t, "none", get(a, "style").Get("display").String())
}

func TestStopOfAQueueLetsTheNextHaveItsTurn(t *testing.T) {
	leakless(t)
	a := counted()
	q := anim.NewQueue([]safejs.Value{a})
	first := q.Add(t.Context(), anim.SlideDown)
	second := q.Add(t.Context(), anim.SlideUp)
	q.Stop()
	assert.Equal(t, anim.ErrStopped, first.Wait())
	begun(a, 2)
	third := q.Add(t.Context(), anim.SlideDown)
	q.Clear()
	assert.Equal(t, anim.ErrStopped, third.Wait(), "it never began")
	q.Stop()
	assert.Equal(t, anim.ErrStopped, second.Wait())
	require.NoError(t, q.Wait(t.Context()))
	q.Stop()
	q.Finish()
	assert.Equal(t, 2, safejs.Unsafe(a).Get("begun").Int())
}

func TestATurnThatCannotBeginIsPassedOver(t *testing.T) {
	leakless(t)
	report := js.Global().Get("reportError")
	js.Global().Set("reportError", js.Global().Call("eval", "() => {}"))
	defer js.Global().Set("reportError", report)
	a := counted()
	q := anim.NewQueue([]safejs.Value{a})
	ended, cancel := context.WithCancelCause(t.Context())
	why := errors.New("why")
	first := q.Add(t.Context(), anim.SlideDown)
	refused := q.Add(t.Context(), anim.SlideUp, anim.Easing("bounce"))
	late := q.Add(ended, anim.SlideUp)
	panics := q.Add(t.Context(), func(context.Context, []safejs.Value, ...anim.Option) (*anim.Run, error) { panic("effect") })
	nothing := q.Add(t.Context(), func(context.Context, []safejs.Value, ...anim.Option) (*anim.Run, error) { return nil, nil })
	cancel(why)
	q.Finish()
	require.NoError(t, first.Wait())
	var typeError wrong.TypeError
	assert.ErrorAs(t, refused.Wait(), &typeError)
	assert.Equal(t, why, late.Wait())
	var panicError *page.PanicError
	assert.ErrorAs(t, panics.Wait(), &panicError)
	assert.NoError(t, nothing.Wait())
	require.NoError(t, q.Wait(t.Context()))
	assert.Empty(t, get(a, "style").Get("display").String(), "only the first did anything")
}

func TestWaitingForAQueueEndsWithItsContext(t *testing.T) {
	leakless(t)
	q := anim.NewQueue([]safejs.Value{counted()})
	q.Add(t.Context(), anim.SlideDown)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	assert.ErrorIs(t, q.Wait(ctx), context.Canceled)
	q.Finish()
	require.NoError(t, q.Wait(t.Context()))
}

func TestWaitingForAQueueInsideACallOfThePagesIsAnError(t *testing.T) {
	leakless(t)
	q := anim.NewQueue([]safejs.Value{counted()})
	f := js.FuncOf(func(js.Value, []js.Value) any {
		turn := q.Add(t.Context(), anim.SlideDown)
		assert.Equal(t, page.ErrWouldBlock, turn.Wait())
		assert.Equal(t, page.ErrWouldBlock, q.Wait(t.Context()))
		q.Finish()
		return nil
	})
	defer f.Release()
	f.Invoke()
	require.NoError(t, q.Wait(t.Context()))
}

func TestAQueueInABrowser(t *testing.T) {
	leakless(t)
	p := real(t, `<p style="display: none; height: 20px">x</p>`)
	q := anim.NewQueue([]safejs.Value{safejs.Safe(p)})
	short := anim.Duration(time.Millisecond)
	q.Add(t.Context(), anim.SlideDown, short)
	q.Add(t.Context(), anim.FadeOut, short)
	q.Add(t.Context(), anim.FadeIn, short)
	require.NoError(t, q.Wait(t.Context()))
	assert.Equal(t, "height: 20px;", p.Get("style").Get("cssText").String())
}
