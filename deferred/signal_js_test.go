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

func controller() js.Value { return js.Global().Get("AbortController").New() }

func TestASignalEndsAContext(t *testing.T) {
	leakless(t)
	c := controller()
	ctx, cancel, err := deferred.WithSignal(t.Context(), safejs.Safe(c.Get("signal")))
	require.NoError(t, err)
	defer cancel()
	assert.NoError(t, ctx.Err())
	c.Call("abort", "left")
	assert.Equal(t, "left", reasonOf(t, context.Cause(ctx)))

	ctx, cancel, err = deferred.WithSignal(t.Context(), safejs.Safe(c.Get("signal")))
	require.NoError(t, err)
	defer cancel()
	assert.Equal(t, "left", reasonOf(t, context.Cause(ctx)), "aborted before")
}

func TestCancelStopsListeningToTheSignal(t *testing.T) {
	leakless(t)
	c := controller()
	ctx, cancel, err := deferred.WithSignal(t.Context(), safejs.Safe(c.Get("signal")))
	require.NoError(t, err)
	live := page.Live()
	cancel()
	assert.Equal(t, live-1, page.Live(), "at once")
	cancel()
	c.Call("abort", "left")
	assert.Equal(t, context.Canceled, context.Cause(ctx))
}

func TestTheEndOfTheParentStopsListeningToTheSignal(t *testing.T) {
	leakless(t)
	parent, end := context.WithCancelCause(t.Context())
	ctx, _, err := deferred.WithSignal(parent, safejs.Safe(controller().Get("signal"))) //nolint:govet // the parent ends it
	require.NoError(t, err)
	end(errTest)
	assert.Equal(t, errTest, context.Cause(ctx))
	turn(t)
}

func TestNoSignalIsTheParentAlone(t *testing.T) {
	leakless(t)
	for _, none := range []safejs.Value{safejs.Undefined(), safejs.Null()} {
		ctx, cancel, err := deferred.WithSignal(t.Context(), none)
		require.NoError(t, err)
		assert.NoError(t, ctx.Err())
		cancel()
		assert.Equal(t, context.Canceled, ctx.Err())
	}
	ctx, cancel, err := deferred.WithSignal(t.Context(), script(`{ aborted: true }`))
	assert.EqualError(t, err, "signal must be an AbortSignal, not an object")
	cancel()
	assert.Equal(t, t.Context(), ctx)
}

func TestAContextEndsASignal(t *testing.T) {
	leakless(t)
	_, own := deferred.AwaitJS(t.Context(), script(`Promise.reject("own")`))
	for name, row := range map[string]struct {
		cause error
		want  string
	}{
		"a cause":        {errTest, "Error: test"},
		"the page's own": {own, "own"},
		"a deadline":     {context.DeadlineExceeded, "TimeoutError: context deadline exceeded"},
		"without one":    {nil, shown(script(`AbortSignal.abort().reason`))},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancelCause(t.Context())
			signal, release, err := deferred.Signal(ctx)
			require.NoError(t, err)
			defer release()
			aborted := script(`(signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(signal.reason)))`)
			promise := safejs.Unsafe(aborted).Invoke(safejs.Unsafe(signal))
			cancel(row.cause)
			args, err := deferred.AwaitJS(t.Context(), safejs.Safe(promise))
			require.NoError(t, err)
			assert.Equal(t, row.want, shown(args.At(0)))

			signal, _, err = deferred.Signal(ctx)
			require.NoError(t, err)
			assert.Equal(t, row.want, shown(safejs.Safe(safejs.Unsafe(signal).Get("reason"))), "done before")
		})
	}
}

func TestAReleasedSignalDoesNotAbort(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	signal, release, err := deferred.Signal(ctx)
	require.NoError(t, err)
	release()
	cancel()
	turn(t)
	assert.False(t, safejs.Unsafe(signal).Get("aborted").Bool())
}
