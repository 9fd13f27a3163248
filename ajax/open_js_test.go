package ajax_test

import (
	"context"
	"errors"
	"io"
	"syscall/js"
	"testing"
	"testing/iotest"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// halves is a server's answer whose second half comes when the test calls goOn. closed is a promise of the connection's
// end; before that, the answer may have ended.
const halves = `(_, response) => {
	globalThis.closed = new Promise((resolve) => response.on("close", () => resolve(response.writableEnded ? "ended" : "aborted")));
	globalThis.goOn = () => response.end("two");
	globalThis.cut = () => response.destroy();
	response.write("one");
}`

func open(ctx context.Context, t *testing.T, req *ajax.Request) *ajax.Stream {
	t.Helper()
	stream, err := ajax.Open(ctx, req)
	require.NoError(t, err)
	return stream
}

func readString(t *testing.T, stream *ajax.Stream, n int) string {
	t.Helper()
	b := make([]byte, n)
	_, err := io.ReadFull(stream, b)
	require.NoError(t, err)
	return string(b)
}

func TestAStreamIsReadWhileItArrives(t *testing.T) {
	leakless(t)
	var seen []int64
	stream := open(t.Context(), t, &ajax.Request{
		URL: server(t, halves), OnProgress: func(p ajax.Progress) { seen = append(seen, p.Loaded) },
	})
	assert.Equal(t, 200, stream.Status)
	assert.Equal(t, "chunked", stream.Header("Transfer-Encoding"))
	assert.Equal(t, "on", readString(t, stream, 2))
	assert.Equal(t, "e", readString(t, stream, 1))
	js.Global().Call("goOn")
	rest, err := io.ReadAll(iotest.OneByteReader(stream))
	require.NoError(t, err)
	assert.Equal(t, "two", string(rest))
	assert.Equal(t, []int64{3, 6}, seen)
	assert.Equal(t, "ended", settled(t, js.Global().Get("closed")).String())
	_, err = stream.Read(make([]byte, 1))
	assert.Equal(t, io.EOF, err, "again")
	require.NoError(t, stream.Close())
	_, err = stream.Read(make([]byte, 1))
	assert.Equal(t, io.ErrClosedPipe, err)
}

func TestTheEndOfTheContextAbortsAStream(t *testing.T) {
	reason := errors.New("reason")
	t.Run("while it is read", func(t *testing.T) {
		leakless(t)
		ctx, cancel := context.WithCancelCause(t.Context())
		stream := open(ctx, t, &ajax.Request{URL: server(t, halves)})
		assert.Equal(t, "one", readString(t, stream, 3))
		go cancel(reason)
		_, err := stream.Read(make([]byte, 8))
		assert.Equal(t, reason, err)
		assert.Equal(t, "aborted", settled(t, js.Global().Get("closed")).String())
	})
	t.Run("while nobody reads", func(t *testing.T) {
		leakless(t)
		ctx, cancel := context.WithCancelCause(t.Context())
		stream := open(ctx, t, &ajax.Request{URL: server(t, halves)})
		assert.Equal(t, "on", readString(t, stream, 2))
		cancel(reason)
		assert.Equal(t, "aborted", settled(t, js.Global().Get("closed")).String())
		_, err := stream.Read(make([]byte, 8))
		assert.Equal(t, reason, err, "although a byte is left")
	})
}

func TestCloseAbortsAStream(t *testing.T) {
	leakless(t)
	stream := open(t.Context(), t, &ajax.Request{URL: server(t, halves)})
	assert.Equal(t, "one", readString(t, stream, 3))
	go func() { assert.NoError(t, stream.Close()) }()
	_, err := stream.Read(make([]byte, 8))
	assert.Equal(t, io.ErrClosedPipe, err)
	assert.Equal(t, "aborted", settled(t, js.Global().Get("closed")).String())
	assert.NoError(t, stream.Close(), "again")
}

func TestTheTimeoutEndsAStream(t *testing.T) {
	leakless(t)
	stream := open(t.Context(), t, &ajax.Request{URL: server(t, halves), Timeout: 300 * time.Millisecond})
	_, err := io.ReadAll(stream)
	var timeout *ajax.TimeoutError
	require.ErrorAs(t, err, &timeout)
	assert.Equal(t, "aborted", settled(t, js.Global().Get("closed")).String())
}

func TestAStreamThatBreaksOffIsANetworkError(t *testing.T) {
	leakless(t)
	url := server(t, halves)
	stream := open(t.Context(), t, &ajax.Request{URL: url})
	assert.Equal(t, "one", readString(t, stream, 3))
	js.Global().Call("cut")
	_, err := io.ReadAll(stream)
	var network *ajax.NetworkError
	require.ErrorAs(t, err, &network)
	assert.Equal(t, url, network.URL)
}

func TestAStreamOfNothingIsAtItsEnd(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response(null, { status: 204 })`)
	b, err := io.ReadAll(open(t.Context(), t, &ajax.Request{URL: "/x"}))
	require.NoError(t, err)
	assert.Empty(t, b)
}

func TestOpenFailsAsDoDoes(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response("gone", { status: 410 })`)
	_, err := ajax.Open(t.Context(), &ajax.Request{URL: "/x"})
	var status *ajax.StatusError
	require.ErrorAs(t, err, &status)
	assert.Equal(t, "gone", status.Response.Text())

	var wrong wrong.TypeError
	_, err = ajax.Open(t.Context(), &ajax.Request{URL: "javascript:1"})
	require.ErrorAs(t, err, &wrong)
	watched := &ajax.Request{Method: "POST", URL: "/x", Body: "x"}
	ajax.OnUpload(func(ajax.Progress) {})(watched)
	_, err = ajax.Open(t.Context(), watched)
	require.ErrorAs(t, err, &wrong)
	assert.ErrorContains(t, err, "without OnUpload")
}

func TestOpenTriesAgain(t *testing.T) {
	leakless(t)
	replace(t, "opens", "0")
	calls := fetching(t, `async () => new Response("at last", { status: ++opens < 3 ? 503 : 200, headers: { "retry-after": "0" } })`)
	stream := open(t.Context(), t, &ajax.Request{URL: "/x", Retry: &ajax.RetryPolicy{}})
	b, err := io.ReadAll(stream)
	require.NoError(t, err)
	assert.Equal(t, "at last", string(b))
	assert.Equal(t, 3, calls.Length())
}

func TestReadInsideACallOfThePagesDoesNotWait(t *testing.T) {
	leakless(t)
	stream := open(t.Context(), t, &ajax.Request{URL: server(t, halves)})
	assert.Equal(t, "on", readString(t, stream, 2))
	inside := func(want int, wantErr error) {
		var owner page.Owner
		defer owner.Release()
		f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
			n, err := stream.Read(make([]byte, 8))
			assert.Equal(t, wantErr, err)
			assert.Equal(t, want, n)
			return nil, nil
		})
		require.NoError(t, err)
		safejs.Unsafe(f).Invoke()
	}
	inside(1, nil)
	inside(0, page.ErrWouldBlock)
	js.Global().Call("goOn")
	assert.Equal(t, "two", readString(t, stream, 3), "nothing is lost")
	require.NoError(t, stream.Close())
}
