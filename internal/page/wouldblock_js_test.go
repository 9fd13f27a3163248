package page_test

import (
	"runtime"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

func TestAwaitInAHandlerIsAnError(t *testing.T) {
	leakless(t)
	var owner page.Owner
	defer owner.Release()
	var inside, after error
	f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
		assert.True(t, page.WouldBlock())
		_, inside = page.Await(t.Context(), script(`Promise.resolve(1)`))
		return nil, nil
	})
	require.NoError(t, err)
	_, err = f.Invoke()
	require.NoError(t, err)
	assert.Equal(t, page.ErrWouldBlock, inside)
	assert.False(t, page.WouldBlock())
	_, after = page.Await(t.Context(), script(`Promise.resolve(1)`))
	assert.NoError(t, after)
}

// deep calls fn below that many frames of Go's.
//
//go:noinline
func deep(frames int, fn func()) {
	if frames == 0 {
		fn()
		return
	}
	deep(frames-1, fn)
	runtime.KeepAlive(fn) // no tail call
}

func TestWouldBlockSeesThePageHoweverDeepTheStack(t *testing.T) {
	var owner page.Owner
	defer owner.Release()
	for frames := range 20 { // around the first 16 that are looked at
		wouldBlock(t, &owner, frames)
	}
	for frames := 230; frames < 270; frames++ { // around the first 256 of the whole
		wouldBlock(t, &owner, frames)
	}
	for _, frames := range []int{500, 1000} {
		wouldBlock(t, &owner, frames)
	}
}

// wouldBlock asserts what WouldBlock says below that many frames, in a handler and out of it.
func wouldBlock(t *testing.T, owner *page.Owner, frames int) {
	t.Helper()
	var inside, started, outside bool
	done := make(chan struct{})
	f, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) {
		deep(frames, func() { inside = page.WouldBlock() })
		go func() {
			defer close(done)
			deep(frames, func() { started = page.WouldBlock() })
		}()
		return nil, nil
	})
	require.NoError(t, err)
	_, err = f.Invoke()
	require.NoError(t, err)
	<-done
	deep(frames, func() { outside = page.WouldBlock() })
	assert.Equal(t, [3]bool{true, false, false}, [3]bool{inside, started, outside}, "inside, in a goroutine, outside, below %d frames", frames)
}

func TestAPanicInAnAsyncFunctionIsReported(t *testing.T) {
	leakless(t)
	shown := reports(t)
	var owner page.Owner
	defer owner.Release()
	f, err := owner.Async(func([]safejs.Value) safejs.Value { panic("oops") })
	require.NoError(t, err)
	value, err := f.Invoke()
	require.NoError(t, err)
	assert.True(t, value.IsUndefined())
	assert.Equal(t, []string{"panic: oops"}, shown.messages())
}

func TestAPanicInAListenerIsReported(t *testing.T) {
	leakless(t)
	shown := reports(t)
	thenable := script(`{ then(done) { done(1) } }`)
	then, is, err := page.Then(thenable)
	require.NoError(t, err)
	require.True(t, is)
	page.Listen(thenable, then, func(int, []safejs.Value) { panic("oops") })
	assert.Equal(t, []string{"panic: oops"}, shown.messages())
}

// Put behind other scripts in one file, Go's loader is not strict any more, and a this that is a number
// becomes an object.
func TestACallbackKnowsItsNumberUnderALooseLoader(t *testing.T) {
	for _, this := range []string{`5`, `Object(5)`} {
		assert.Equal(t, 5, page.NumberOf(safejs.Unsafe(script(this))), this)
	}
}

func TestACallbackRunsOnce(t *testing.T) {
	leakless(t)
	calls := 0
	f, forget, err := page.Callback(func() { calls++ })
	require.NoError(t, err)
	for range 2 {
		_, err = f.Invoke()
		require.NoError(t, err)
	}
	forget()
	assert.Equal(t, 1, calls)
	f, forget, err = page.Callback(func() { calls++ })
	require.NoError(t, err)
	forget()
	_, err = f.Invoke()
	require.NoError(t, err)
	assert.Equal(t, 1, calls)
}
