package ajax_test

import (
	"context"
	"strconv"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

// server starts a server in Node for the test, and returns its URL. handler is a JavaScript function that takes Node's request
// and response.
func server(t *testing.T, handler string) string {
	t.Helper()
	if js.Global().Get("require").Type() != js.TypeFunction {
		t.Skip("no server can be made here")
	}
	started := eval(`async (handler) => {
		const server = require("node:http").createServer(handler);
		await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
		return server;
	}`).Invoke(eval(handler))
	values, err := page.Await(context.Background(), safejs.Safe(started))
	require.NoError(t, err)
	node := safejs.Unsafe(values[0])
	t.Cleanup(func() {
		node.Call("closeAllConnections")
		node.Call("close")
	})
	return "http://127.0.0.1:" + strconv.Itoa(node.Call("address").Get("port").Int()) + "/"
}

// eval is the value of a JavaScript expression.
func eval(expression string) js.Value { return js.Global().Call("eval", "("+expression+")") }

// settled waits for a promise of the page's.
func settled(t *testing.T, promise js.Value) js.Value {
	t.Helper()
	values, err := page.Await(context.Background(), safejs.Safe(promise))
	require.NoError(t, err)
	require.Len(t, values, 1)
	return safejs.Unsafe(values[0])
}

// replace has a global of the page's be another for the test.
func replace(t *testing.T, name, expression string) {
	t.Helper()
	t.Cleanup(global(name, expression))
}

// reported returns the errors that are reported during the test.
func reported(t *testing.T) *[]error {
	t.Helper()
	var errs []error
	t.Cleanup(page.OnReport(func(err error) { errs = append(errs, err) }))
	return &errs
}

func TestTheServerOfTestsAnswers(t *testing.T) {
	leakless(t)
	url := server(t, `(request, response) => response.end(request.url)`)
	got := settled(t, js.Global().Call("fetch", url+"x"))
	assert.Equal(t, "/x", settled(t, got.Call("text")).String())
}
