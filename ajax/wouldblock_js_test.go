package ajax_test

import (
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/internal/page"
)

// A program used to end there: "all goroutines are asleep".
func TestWaitingInsideACallOfThePagesIsAnError(t *testing.T) {
	leakless(t)
	f := js.FuncOf(func(js.Value, []js.Value) any {
		_, err := ajax.Do(t.Context(), &ajax.Request{URL: "data:,x"})
		assert.Equal(t, page.ErrWouldBlock, err)
		return nil
	})
	defer f.Release()
	f.Invoke()
}
