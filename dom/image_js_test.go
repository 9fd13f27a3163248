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

// What follows runs without a document, on an Image of the test's that does as it is told. What
// browsers make of real ones is tested in e2e.

// fakeImages has Image make event targets that count their listeners, the last of which it answers.
func fakeImages(t *testing.T, decode string) (last func() safejs.Value) {
	t.Helper()
	before := js.Global().Get("Image")
	t.Cleanup(func() {
		js.Global().Set("Image", before)
		js.Global().Delete("lastImage")
	})
	js.Global().Set("Image", js.Global().Call("eval", `(class extends EventTarget {
		listeners = 0; sources = [];
		constructor() { super(); globalThis.lastImage = this }
		set src(url) { this.sources.push(url) }
		decode() { return (`+decode+`)() }
		addEventListener(...args) { this.listeners++; super.addEventListener(...args) }
		removeEventListener(...args) { this.listeners--; super.removeEventListener(...args) }
	})`))
	return func() safejs.Value { return safejs.Safe(js.Global().Get("lastImage")) }
}

// asked waits until an image is being loaded: both listeners are there, and its address.
func asked(last func() safejs.Value) safejs.Value {
	for !safejs.Unsafe(last()).Truthy() || sources(last()) == "" {
		runtime.Gosched()
	}
	return last()
}

func sources(image safejs.Value) string {
	return safejs.Unsafe(image).Get("sources").Call("join").String()
}

func TestLoadImageWaitsForTheEventAndTheDecoding(t *testing.T) {
	for name, decode := range map[string]string{
		"decoded":                `() => Promise.resolve()`,
		"a decoding that fails":  `() => Promise.reject(new Error("an SVG without a size"))`,
		"a decoding that throws": `() => { throw new Error("none here") }`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			last := fakeImages(t, decode)
			go func() { dispatch(asked(last), "load") }()
			image, err := dom.LoadImage(t.Context(), "/a.png")
			require.NoError(t, err)
			assert.True(t, image.Equal(last()))
			assert.Equal(t, "/a.png", sources(image))
			assert.Zero(t, listeners(image))
		})
	}
}

func TestABrokenImageIsAnErrorThatNamesItsURL(t *testing.T) {
	leakless(t)
	last := fakeImages(t, `() => Promise.resolve()`)
	go func() { dispatch(asked(last), "error") }()
	_, err := dom.LoadImage(t.Context(), "/broken.png")
	assert.ErrorIs(t, err, dom.ErrImage)
	assert.EqualError(t, err, "the image /broken.png could not be loaded")
	assert.Zero(t, listeners(last()))
}

func TestTheEndOfTheContextStopsTheLoading(t *testing.T) {
	leakless(t)
	why := errors.New("why")
	last := fakeImages(t, `() => Promise.resolve()`)
	ctx, cancel := context.WithCancelCause(t.Context())
	go func() { asked(last); cancel(why) }()
	_, err := dom.LoadImage(ctx, "/never.png")
	assert.Equal(t, why, err)
	assert.Equal(t, "/never.png,", sources(last()), "then no address, which stops it")
	assert.Zero(t, listeners(last()))
}

func TestTheEndOfTheContextStopsTheDecoding(t *testing.T) {
	leakless(t)
	why := errors.New("why")
	ctx, cancel := context.WithCancelCause(t.Context())
	end := js.FuncOf(func(js.Value, []js.Value) any { cancel(why); return nil })
	defer end.Release()
	js.Global().Set("decoding", end)
	defer js.Global().Delete("decoding")
	last := fakeImages(t, `() => { decoding(); return new Promise(() => {}) }`)
	go func() { dispatch(asked(last), "load") }()
	_, err := dom.LoadImage(ctx, "/large.png")
	assert.Equal(t, why, err)
}
