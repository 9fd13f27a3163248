package page_test

import (
	"sync"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

// script is the value of a JavaScript expression.
func script(expression string) safejs.Value {
	return safejs.Safe(js.Global().Call("eval", "("+expression+")"))
}

// leakless fails the test if a callback or an awaited promise is left at its end.
func leakless(t *testing.T) {
	t.Helper()
	before := page.Live()
	t.Cleanup(func() { assert.Equal(t, before, page.Live(), "callbacks alive") })
}

// reports collects what page.Report shows while the test runs.
func reports(t *testing.T) *reported {
	r := &reported{}
	f := js.FuncOf(func(_ js.Value, args []js.Value) any {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.values = append(r.values, args[0])
		return nil
	})
	before := js.Global().Get("reportError")
	js.Global().Set("reportError", f)
	t.Cleanup(func() {
		js.Global().Set("reportError", before)
		f.Release()
	})
	return r
}

type reported struct {
	mu     sync.Mutex
	values []js.Value
}

func (r *reported) messages() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []string
	for _, value := range r.values {
		all = append(all, value.Get("message").String())
	}
	return all
}

// turn waits for the next task of the page: what was queued before has run then.
func turn(t *testing.T) {
	t.Helper()
	_, err := page.Await(t.Context(), script("new Promise((resolve) => setTimeout(resolve, 0))"))
	assert.NoError(t, err)
}

// replaced puts a value in place of a property of an object of the page's, by its expression, until the test ends
// or restore is called.
func replaced(t *testing.T, object, property, by string) (restore func()) {
	t.Helper()
	undo := script(`(object, property, by) => {
		const before = Object.getOwnPropertyDescriptor(object, property)
		const { defineProperty, deleteProperty } = Reflect
		defineProperty(object, property, { value: by, writable: true, configurable: true })
		return () => before ? defineProperty(object, property, before) : deleteProperty(object, property)
	}`)
	restoring, err := undo.Invoke(script(object), property, script(by))
	require.NoError(t, err)
	restore = sync.OnceFunc(func() { _, _ = restoring.Invoke() })
	t.Cleanup(restore)
	return restore
}

// newGives has a constructor give the value of an expression when it is called without arguments. With arguments it works
// as ever: Go's loader needs it.
func newGives(t *testing.T, constructor, gives string) (restore func()) {
	t.Helper()
	return replaced(t, "globalThis", constructor, `new Proxy(`+constructor+`, {
		construct(of, args) {
			if (args.length > 0) return Reflect.construct(of, args)
			return `+gives+`
		},
	})`)
}
