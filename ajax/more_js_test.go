package ajax_test

import (
	"context"
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
)

func TestWhatIsSent(t *testing.T) {
	for name, row := range map[string]struct {
		send              func(ctx context.Context) error
		method, url, body string
	}{
		"Post of values": {
			func(ctx context.Context) error {
				_, err := ajax.Post(ctx, "/x", ajax.Values{{"a b", 1}}, ajax.Query(ajax.Values{{"q", 2}}))
				return err
			}, "POST", "/x?q=2", "a%20b=1",
		},
		"Put of text": {
			func(ctx context.Context) error { _, err := ajax.Put(ctx, "/x", "text"); return err }, "PUT", "/x", "text",
		},
		"Patch of bytes": {
			func(ctx context.Context) error { _, err := ajax.Patch(ctx, "/x", []byte("AB")); return err }, "PATCH", "/x", "65,66",
		},
		"Delete": {
			func(ctx context.Context) error { _, err := ajax.Delete(ctx, "/x"); return err }, "DELETE", "/x", "<undefined>",
		},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			calls := fetching(t, `async () => new Response("")`)
			require.NoError(t, row.send(t.Context()))
			assert.Equal(t, row.method, calls.Index(0).Get("method").String())
			assert.Equal(t, row.url, calls.Index(0).Get("url").String())
			assert.Equal(t, "same-origin", calls.Index(0).Get("credentials").String())
			body := calls.Index(0).Get("body")
			if body.InstanceOf(js.Global().Get("Object")) {
				body = body.Call("join")
			}
			assert.Equal(t, row.body, body.String())
		})
	}
}

func TestABodyOfAnUnknownKindIsRefused(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	_, err := ajax.Post(t.Context(), "/x", 5)
	assert.ErrorContains(t, err, "body must be")
	assert.Equal(t, 0, calls.Length())
}

func TestGetJSONParsesWhateverTheTypeSays(t *testing.T) {
	leakless(t)
	resp, err := ajax.GetJSON(t.Context(), `data:text/plain,{"a":1}`)
	require.NoError(t, err)
	assert.Equal(t, 1, safejs.Unsafe(resp.Data).Get("a").Int())
}

func TestRetryAsksAgain(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => (globalThis.tries = (globalThis.tries ?? 0) + 1) < 3
		? new Response("", { status: 503, headers: { "retry-after": "0" } }) : new Response("at last")`)
	resp, err := ajax.Get(t.Context(), "/x", ajax.Retry(ajax.RetryPolicy{}))
	require.NoError(t, err)
	assert.Equal(t, "at last", resp.Text())
	assert.Equal(t, 3, calls.Length())
}

func TestRetryGivesUp(t *testing.T) {
	leakless(t)
	calls := fetching(t, `() => Promise.reject(new TypeError("offline"))`)
	_, err := ajax.Get(t.Context(), "/x", ajax.Retry(ajax.RetryPolicy{Limit: 1, Backoff: time.Millisecond}))
	var network *ajax.NetworkError
	require.ErrorAs(t, err, &network)
	assert.Equal(t, 2, calls.Length())
}

func TestTheTimeoutIsAnErrorOfItsOwn(t *testing.T) {
	leakless(t)
	fetching(t, `(_, { signal }) => new Promise((_, reject) => { signal.addEventListener("abort", () => reject(signal.reason)) })`)
	_, err := ajax.Get(t.Context(), "/x", ajax.Timeout(time.Millisecond))
	var timeout *ajax.TimeoutError
	require.ErrorAs(t, err, &timeout)
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	assert.True(t, timeout.Timeout())
	require.NoError(t, turn())
}

func TestProgressTellsOfEachPiece(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response(new ReadableStream({ start(c) {
		for (const piece of [[104, 195], [164], [108]]) c.enqueue(new Uint8Array(piece));
		c.close();
	} }), { headers: { "content-length": "4" } })`)
	var seen []ajax.Progress
	resp, err := ajax.Get(t.Context(), "/x", ajax.OnProgress(func(p ajax.Progress) { seen = append(seen, p) }))
	require.NoError(t, err)
	assert.Equal(t, "häl", resp.Text())
	assert.Equal(t, []ajax.Progress{{Loaded: 2, Total: 4}, {Loaded: 3, Total: 4}, {Loaded: 4, Total: 4}}, seen)
}

func TestNoContentIsNotParsed(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response(null, { status: 204 })`)
	resp, err := ajax.GetJSON(t.Context(), "/x")
	require.NoError(t, err)
	assert.Equal(t, "nocontent", resp.TextStatus())
	assert.Equal(t, safejs.TypeUndefined, resp.Data.Type())
}
