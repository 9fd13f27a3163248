package ajax_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// leakless fails the test if a callback or an awaited promise is left at its end.
func leakless(t *testing.T) {
	t.Helper()
	before := page.Live()
	t.Cleanup(func() { assert.Equal(t, before, page.Live(), "callbacks alive") })
}

// fetching replaces the page's fetch with a JavaScript function for the test, and returns the list
// of the calls made.
func fetching(t *testing.T, function string) js.Value {
	t.Helper()
	calls := js.Global().Get("Array").New()
	fetch := js.Global().Get("fetch")
	js.Global().Set("fetch", js.Global().Call("eval", "(calls, f) => (url, init) => { calls.push({ url, ...init }); return f(url, init) }").
		Invoke(calls, js.Global().Call("eval", "("+function+")")))
	t.Cleanup(func() { js.Global().Set("fetch", fetch) })
	return calls
}

func TestGetOfText(t *testing.T) {
	leakless(t)
	resp, err := ajax.Get(t.Context(), "data:text/plain;charset=utf-8,h%C3%A4llo")
	require.NoError(t, err)
	assert.Equal(t, 200, resp.Status)
	assert.Equal(t, "hällo", resp.Text())
	text, err := resp.TextValue()
	require.NoError(t, err)
	assert.Equal(t, "hällo", safejs.Unsafe(text).String())
	assert.True(t, resp.ValidText())
	assert.True(t, resp.Data.IsUndefined())
	assert.False(t, resp.JSON)
	assert.Equal(t, "text/plain;charset=utf-8", resp.Header("Content-Type"))
	assert.Empty(t, resp.Header("missing"))
	assert.Empty(t, resp.Header("not a name"))
	assert.Equal(t, "success", resp.TextStatus())
}

func TestGetOfJSON(t *testing.T) {
	leakless(t)
	resp, err := ajax.Get(t.Context(), `data:application/json,{"a":[1]}`)
	require.NoError(t, err)
	assert.True(t, resp.JSON)
	assert.Equal(t, 1, safejs.Unsafe(resp.Data).Get("a").Index(0).Int())
	assert.Equal(t, `{"a":[1]}`, resp.Text())
}

func TestGetOfMalformedJSON(t *testing.T) {
	leakless(t)
	_, err := ajax.Get(t.Context(), `data:application/json,{"a":`)
	var parse *ajax.ParseError
	require.ErrorAs(t, err, &parse)
	assert.Equal(t, 200, parse.Response.Status)
	var own *page.Error
	require.ErrorAs(t, err, &own)
	assert.Equal(t, "SyntaxError", own.Name)
}

func TestGetThatDoesNotSucceed(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response('{"why":"missing"}', {
		status: 404, statusText: "Not Found", headers: { "content-type": "application/json" } })`)
	_, err := ajax.Get(t.Context(), "/x")
	var status *ajax.StatusError
	require.ErrorAs(t, err, &status)
	assert.Equal(t, 404, status.Response.Status)
	assert.Equal(t, "missing", safejs.Unsafe(status.Response.Data).Get("why").String())
	assert.Contains(t, err.Error(), "404 Not Found")
}

// A failure's malformed JSON is no second failure.
func TestGetThatFailsWithMalformedJSON(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response("{", { status: 500, headers: { "content-type": "application/json" } })`)
	_, err := ajax.Get(t.Context(), "/x")
	var status *ajax.StatusError
	require.ErrorAs(t, err, &status)
	assert.Equal(t, "{", status.Response.Text())
	assert.False(t, status.Response.JSON)
}

func TestGetWithoutANetwork(t *testing.T) {
	for name, fetch := range map[string]string{
		"no answer":         `() => Promise.reject(new TypeError("offline"))`,
		"fetch throws":      `() => { throw new TypeError("offline") }`,
		"cut in the middle": `async () => ({ status: 200, statusText: "", url: "", headers: new Headers(), arrayBuffer: () => Promise.reject(new TypeError("offline")) })`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			fetching(t, fetch)
			_, err := ajax.Get(t.Context(), "/x")
			var network *ajax.NetworkError
			require.ErrorAs(t, err, &network)
			assert.Equal(t, "/x", network.URL)
			var own *page.Error
			require.ErrorAs(t, err, &own)
			assert.Equal(t, "offline", own.Message)
		})
	}
}

func TestGetSendsHeaders(t *testing.T) {
	leakless(t)
	// Another origin: to its own, a page also says that it asks by script (X-Requested-With).
	calls := fetching(t, `async () => new Response("")`)
	_, err := ajax.Get(t.Context(), "https://other.invalid/x", ajax.Header("X-A", "1"), ajax.Header("X-B", "2"))
	require.NoError(t, err)
	assert.Equal(t, "GET", calls.Index(0).Get("method").String())
	assert.Equal(t, "https://other.invalid/x", calls.Index(0).Get("url").String())
	assert.Equal(t, "Accept,*/*,X-A,1,X-B,2", calls.Index(0).Get("headers").Call("flat").Call("join").String())
}

func TestGetRefusesAHeaderThatHoldsALineBreak(t *testing.T) {
	leakless(t)
	_, err := ajax.Get(t.Context(), "data:,x", ajax.Header("X-A", "1\r\nX-B: 2"))
	assert.Error(t, err)
}

func TestAWrongBodyIsRefusedAtOnce(t *testing.T) {
	leakless(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := ajax.Put(ctx, "/x", 5, ajax.Retry(ajax.RetryPolicy{Backoff: time.Hour, MaxDelay: time.Hour}))
	var wrong wrong.TypeError
	require.ErrorAs(t, err, &wrong, "it is not tried again")
}

func TestGetRefusesASchemeWithoutAsking(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	_, err := ajax.Get(t.Context(), "javascript:alert(1)")
	var wrong wrong.TypeError
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, 0, calls.Length())
}

func TestTheEndOfTheContextAbortsTheRequest(t *testing.T) {
	const never = `(_, { signal }) => new Promise((_, reject) => { signal.addEventListener("abort", () => reject(signal.reason)) })`
	reason := errors.New("reason")

	t.Run("before it is made", func(t *testing.T) {
		leakless(t)
		calls := fetching(t, never)
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(reason)
		_, err := ajax.Get(ctx, "/x")
		assert.Equal(t, reason, err)
		assert.Equal(t, 0, calls.Length())
	})
	t.Run("while it waits", func(t *testing.T) {
		leakless(t)
		calls := fetching(t, never)
		ctx, cancel := context.WithCancelCause(t.Context())
		go cancel(reason)
		_, err := ajax.Get(ctx, "/x")
		assert.Equal(t, reason, err)
		require.NoError(t, turn())
		assert.True(t, calls.Index(0).Get("signal").Get("aborted").Bool())
	})
	t.Run("while the body arrives", func(t *testing.T) {
		leakless(t)
		ctx, cancel := context.WithCancelCause(t.Context())
		fetching(t, `async (_, { signal }) => ({ status: 200, statusText: "", url: "", headers: new Headers(),
			arrayBuffer: () => new Promise((_, reject) => { signal.addEventListener("abort", () => reject(signal.reason)) }) })`)
		go func() {
			_ = turn()
			cancel(reason)
		}()
		_, err := ajax.Get(ctx, "/x")
		assert.Equal(t, reason, err)
	})
	t.Run("not after it is over", func(t *testing.T) {
		leakless(t)
		calls := fetching(t, `async () => new Response("x")`)
		ctx, cancel := context.WithCancelCause(t.Context())
		_, err := ajax.Get(ctx, "/x")
		require.NoError(t, err)
		cancel(reason)
		require.NoError(t, turn())
		assert.False(t, calls.Index(0).Get("signal").Get("aborted").Bool())
	})
}

// turn waits for the next task of the page.
func turn() error {
	promise := js.Global().Call("eval", "new Promise((resolve) => setTimeout(resolve, 0))")
	_, err := page.Await(context.Background(), safejs.Safe(promise))
	return err
}
