package deferred_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"syscall/js"
	"testing"
	"testing/iotest"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// run calls a page function and waits for its promise.
func run(t *testing.T, function string, args ...safejs.Value) (string, error) {
	t.Helper()
	all := make([]any, len(args))
	for i, arg := range args {
		all[i] = safejs.Unsafe(arg)
	}
	values, err := deferred.AwaitJS(t.Context(), safejs.Safe(safejs.Unsafe(script(function)).Invoke(all...)))
	if err != nil {
		return "", err
	}
	return shown(values.At(0)), nil
}

// inCallback runs fn inside a function that the page has called.
func inCallback(fn func()) {
	f := js.FuncOf(func(js.Value, []js.Value) any { fn(); return nil })
	defer f.Release()
	f.Invoke()
}

func TestReadingInsideACallbackWouldBlock(t *testing.T) {
	leakless(t)
	stream := script(`new ReadableStream({ start(c) { c.enqueue(Uint8Array.of(1, 2)); c.close() } })`)
	r, err := deferred.NewReader(t.Context(), stream)
	require.NoError(t, err)
	inCallback(func() {
		iterable := script(`({ started: false, [Symbol.asyncIterator]() { this.started = true } })`)
		_, err := iterated(deferred.Iterate(t.Context(), iterable))
		assert.ErrorIs(t, err, deferred.ErrWouldBlock)
		assert.False(t, safejs.Unsafe(iterable).Get("started").Bool(), "nothing is lost")
		all, err := iterated(deferred.Iterate(t.Context(), script(`[1, 2]`)))
		assert.NoError(t, err)
		assert.Equal(t, []string{"1", "2"}, all)
		all, err = iterated(deferred.Iterate(t.Context(), script(`[1, Promise.resolve(2)]`)))
		assert.ErrorIs(t, err, deferred.ErrWouldBlock)
		assert.Equal(t, []string{"1"}, all)
		_, err = r.Read(make([]byte, 1))
		assert.ErrorIs(t, err, deferred.ErrWouldBlock)
	})
	p := make([]byte, 1)
	n, err := r.Read(p)
	require.NoError(t, err)
	assert.Equal(t, []byte{1}, p[:n], "nothing was lost")
	inCallback(func() {
		n, err := r.Read(p)
		assert.NoError(t, err, "what is there can be read")
		assert.Equal(t, []byte{2}, p[:n])
	})
	_, err = r.Read(p)
	assert.Equal(t, io.EOF, err)
}

// textOf reads a stream by its reader: a Response would reject with an error of its own in browsers.
const textOf = `async (stream) => {
	const reader = stream.getReader(), decoder = new TextDecoder();
	for (let text = ""; ; ) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		text += decoder.decode(value, { stream: true });
	}
}`

// closing is a reader that notes that it was closed.
type closing struct {
	io.Reader
	closed int
	err    error
}

func (c *closing) Close() error {
	c.closed++
	if pipe, is := c.Reader.(io.Closer); is {
		return pipe.Close()
	}
	return c.err
}

func TestThePageReadsAReader(t *testing.T) {
	text := strings.Repeat("0123456789", 20_000) // several pieces
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(text), "with its end": iotest.DataErrReader(strings.NewReader(text)), "in halves": iotest.HalfReader(strings.NewReader(text)),
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			c := &closing{Reader: r}
			stream, err := deferred.ReadableStream(c)
			require.NoError(t, err)
			got, err := run(t, textOf, stream)
			require.NoError(t, err)
			assert.Equal(t, text, got)
			assert.Equal(t, 1, c.closed)
		})
	}
}

func TestNoReaderIsNoStream(t *testing.T) {
	_, err := deferred.ReadableStream(nil)
	assert.EqualError(t, err, "r must be a reader, not nil")
}

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("broken") }

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

func TestAnErrorOfAReaderIsTheStreams(t *testing.T) {
	for name, row := range map[string]struct {
		r        *closing
		want     string
		reported int
	}{
		"an error":          {&closing{Reader: iotest.ErrReader(errTest)}, "Error: test", 0},
		"a panic":           {&closing{Reader: panicking{}}, "Error: panic: broken", 1},
		"an error of Close": {&closing{Reader: strings.NewReader("x"), err: errors.New("close")}, "Error: close", 0},
		"no progress":       {&closing{Reader: idle{}}, "Error: multiple Read calls return no data or error", 0},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			reported := reports(t)
			stream, err := deferred.ReadableStream(row.r)
			require.NoError(t, err)
			_, err = run(t, textOf, stream)
			assert.EqualError(t, err, row.want)
			assert.Equal(t, 1, row.r.closed)
			assert.Len(t, reported.take(), row.reported)
		})
	}
}

func TestAReaderIsReadOnlyWhenThePageAsks(t *testing.T) {
	leakless(t)
	reads := 0
	c := &closing{Reader: readerFunc(func(p []byte) (int, error) { reads++; return copy(p, "x"), nil })}
	stream, err := deferred.ReadableStream(c)
	require.NoError(t, err)
	turn(t)
	assert.Zero(t, reads)
	_, err = run(t, `async (stream) => {
		const reader = stream.getReader()
		await reader.read()
		await new Promise((resolve) => setTimeout(resolve))
		await reader.cancel()
	}`, stream)
	require.NoError(t, err)
	assert.Equal(t, 1, reads)
	assert.Equal(t, 1, c.closed)
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestCancelInThePageClosesAReaderThatIsBeingRead(t *testing.T) {
	leakless(t)
	r, w := io.Pipe()
	c := &closing{Reader: r}
	stream, err := deferred.ReadableStream(c)
	require.NoError(t, err)
	got, err := run(t, `async (stream) => {
		const reader = stream.getReader()
		const read = reader.read()
		await new Promise((resolve) => setTimeout(resolve))
		await reader.cancel()
		return (await read).done
	}`, stream)
	require.NoError(t, err)
	assert.Equal(t, "true", got)
	_, err = w.Write([]byte("x"))
	assert.ErrorIs(t, err, io.ErrClosedPipe)
	turn(t) // the Read under way has failed
	assert.Equal(t, 1, c.closed)
}

func TestAnErrorOfCloseRejectsCancel(t *testing.T) {
	leakless(t)
	stream, err := deferred.ReadableStream(&closing{Reader: strings.NewReader(""), err: errTest})
	require.NoError(t, err)
	_, err = run(t, `(stream) => stream.cancel()`, stream)
	assert.EqualError(t, err, "Error: test")
}

const chunks = `new ReadableStream({ start(c) {
	for (const chunk of [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint16Array.of(4).buffer, new DataView(Uint8Array.of(9, 5).buffer, 1)]) c.enqueue(chunk)
	c.close()
} })`

func TestGoReadsAStream(t *testing.T) {
	leakless(t)
	for _, by := range []func(io.Reader) io.Reader{func(r io.Reader) io.Reader { return r }, iotest.OneByteReader} {
		stream := script(chunks)
		r, err := deferred.NewReader(t.Context(), stream)
		require.NoError(t, err)
		b, err := io.ReadAll(by(r))
		require.NoError(t, err)
		assert.Equal(t, []byte{1, 2, 3, 4, 0, 5}, b)
		assert.False(t, safejs.Unsafe(stream).Get("locked").Bool())
		assert.NoError(t, r.Close())
		_, err = r.Read(make([]byte, 1))
		assert.Equal(t, io.EOF, err)
	}
}

// noting is a stream that never gives anything and notes why it is cancelled.
const noting = `(() => {
	const stream = new ReadableStream({ cancel(reason) { stream.reason = reason.message } })
	return stream
})()`

func TestCloseCancelsTheStream(t *testing.T) {
	leakless(t)
	stream := script(noting)
	r, err := deferred.NewReader(t.Context(), stream)
	require.NoError(t, err)
	read := make(chan error)
	go func() { _, err := r.Read(make([]byte, 1)); read <- err }()
	turn(t)
	require.NoError(t, r.Close())
	assert.Equal(t, deferred.ErrClosed, <-read)
	require.NoError(t, r.Close())
	_, err = r.Read(make([]byte, 1))
	assert.Equal(t, deferred.ErrClosed, err)
	assert.Equal(t, "the reader is closed", safejs.Unsafe(stream).Get("reason").String())
	assert.False(t, safejs.Unsafe(stream).Get("locked").Bool())
}

func TestTheEndOfTheContextCancelsTheStream(t *testing.T) {
	leakless(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	stream := script(noting)
	r, err := deferred.NewReader(ctx, stream)
	require.NoError(t, err)
	cancel(errTest)
	_, err = r.Read(make([]byte, 1))
	assert.Equal(t, errTest, err)
	turn(t)
	assert.Equal(t, "test", safejs.Unsafe(stream).Get("reason").String())
	_, err = deferred.NewReader(ctx, script(noting))
	assert.Equal(t, errTest, err)
}

func TestReadersTellWhatIsWrong(t *testing.T) {
	for value, want := range map[string]string{
		`5`: "stream must be a ReadableStream, not 5", `{}`: "stream must be a ReadableStream, not an object",
	} {
		_, err := deferred.NewReader(t.Context(), script(value))
		assert.EqualError(t, err, want)
	}
	locked := script(chunks)
	safejs.Unsafe(locked).Call("getReader")
	_, err := deferred.NewReader(t.Context(), locked)
	assert.ErrorContains(t, err, "locked")

	leakless(t)
	r, err := deferred.NewReader(t.Context(), script(`new ReadableStream({ start(c) { c.error(new RangeError("own")) } })`))
	require.NoError(t, err)
	_, err = r.Read(make([]byte, 1))
	assert.EqualError(t, err, "RangeError: own")

	stream := script(`(() => {
		const stream = new ReadableStream({ start(c) { c.enqueue("text") }, cancel(reason) { stream.reason = reason.name } })
		return stream
	})()`)
	r, err = deferred.NewReader(t.Context(), stream)
	require.NoError(t, err)
	for range 2 {
		_, err = r.Read(make([]byte, 1))
		assert.EqualError(t, err, `a piece of stream must be an ArrayBuffer, a typed array or a DataView, not "text"`)
	}
	assert.Equal(t, "TypeError", safejs.Unsafe(stream).Get("reason").String())
}
