package dom_test

import (
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

// A program used to end there: "all goroutines are asleep".
func TestWaitingInsideACallOfThePagesIsAnError(t *testing.T) {
	leakless(t)
	f := js.FuncOf(func(js.Value, []js.Value) any {
		_, err := dom.Await(t.Context(), safejs.Safe(js.Global().Get("EventTarget").New()), "mine")
		assert.Equal(t, page.ErrWouldBlock, err)
		_, err = dom.LoadImage(t.Context(), "data:,x")
		assert.Equal(t, page.ErrWouldBlock, err)
		return nil
	})
	defer f.Release()
	f.Invoke()
}
