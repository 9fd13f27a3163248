package dom_test

import (
	"context"
	"errors"
	"runtime"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/dom"
)

func TestAwaitGivesTheNextEvent(t *testing.T) {
	leakless(t)
	target := counting()
	go dispatchOnceHeard(target, "mine")
	event, err := dom.Await(t.Context(), target, "mine")
	require.NoError(t, err)
	name, err := event.Get("type")
	require.NoError(t, err)
	assert.Equal(t, "mine", must(name.String()))
	assert.Equal(t, 0, listeners(target))
}

// dispatchOnceHeard dispatches the event when somebody listens.
func dispatchOnceHeard(target safejs.Value, event string) {
	for listeners(target) == 0 {
		runtime.Gosched()
	}
	dispatch(target, event)
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestAwaitEndsWithItsContext(t *testing.T) {
	leakless(t)
	target := counting()
	why := errors.New("why")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(why)
	_, err := dom.Await(ctx, target, "mine")
	assert.Equal(t, why, err)
	assert.Equal(t, 0, listeners(target))
}

// What needs a document runs in browsers only.
func needDocument(t *testing.T) {
	t.Helper()
	if !js.Global().Get("document").Truthy() {
		t.Skip("no document here")
	}
}

func TestReady(t *testing.T) {
	needDocument(t)
	leakless(t)
	require.NoError(t, dom.Ready(t.Context()))
}

func TestLoadImage(t *testing.T) {
	needDocument(t)
	leakless(t)
	const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
	image, err := dom.LoadImage(t.Context(), dot)
	require.NoError(t, err)
	width, err := image.Get("naturalWidth")
	require.NoError(t, err)
	assert.Equal(t, 1, must(width.Int()))
	_, err = dom.LoadImage(t.Context(), "data:text/plain,none")
	assert.ErrorIs(t, err, dom.ErrImage)
	assert.EqualError(t, err, "the image data:text/plain,none could not be loaded")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = dom.LoadImage(ctx, dot)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestVisible(t *testing.T) {
	needDocument(t)
	leakless(t)
	element := script(`document.body.appendChild(document.createElement("p"))`)
	require.NoError(t, element.Set("textContent", "here"))
	require.NoError(t, dom.Visible(t.Context(), element, dom.View{RootMargin: "1px"}))
	require.NoError(t, element.Set("hidden", true))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	assert.ErrorIs(t, dom.Visible(ctx, element, dom.View{}), context.Canceled)
	assert.Error(t, dom.Visible(t.Context(), element, dom.View{RootMargin: "wide"}))
	assert.Error(t, dom.Visible(t.Context(), script("5"), dom.View{}))
}
