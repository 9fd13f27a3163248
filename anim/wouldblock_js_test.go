package anim_test

import (
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/internal/page"
)

// A program used to end there: "all goroutines are asleep".
func TestWaitingInsideACallOfThePagesIsAnError(t *testing.T) {
	leakless(t)
	f := js.FuncOf(func(js.Value, []js.Value) any {
		run, err := anim.Animate(t.Context(), []safejs.Value{element()}, anim.Properties{"height": "5px"})
		require.NoError(t, err)
		assert.Equal(t, page.ErrWouldBlock, run.Wait())
		run.Finish()
		assert.NoError(t, run.Wait())
		return nil
	})
	defer f.Release()
	f.Invoke()
}
