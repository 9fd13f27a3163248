package deferred_test

import (
	"context"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/page"
)

// foreign is the constructor of that name of another realm: of a frame, or of a context of Node's.
func foreign(name string) string {
	return `(globalThis.document ? document.body.appendChild(document.createElement("iframe")).contentWindow.` + name +
		` : process.getBuiltinModule("vm").runInNewContext("` + name + `"))`
}

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

// turn waits for the next task of the page: what was queued before has run then.
func turn(t *testing.T) {
	t.Helper()
	_, err := deferred.AwaitJS(t.Context(), script("new Promise((resolve) => setTimeout(resolve, 0))"))
	require.NoError(t, err)
}

// shown is a value as the page's String writes it.
func shown(value safejs.Value) string {
	return js.Global().Call("String", safejs.Unsafe(value)).String()
}

func texts(args deferred.Args) []string {
	var all []string
	for _, arg := range args {
		all = append(all, shown(arg))
	}
	return all
}

// exported is fn as a page function, until the test ends.
func exported(t *testing.T, fn func(context.Context, deferred.Args) (any, error)) js.Value {
	t.Helper()
	function, release, err := deferred.Export(fn)
	require.NoError(t, err)
	t.Cleanup(release)
	return safejs.Unsafe(function)
}
