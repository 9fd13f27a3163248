package page

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/hack-pad/safejs"
)

// ErrClosed is the answer of a reader that has been closed.
var ErrClosed = errors.New("the reader is closed")

// NewReader reads a ReadableStream of the page's: see deferred.NewReader. The error names the argument.
func NewReader(ctx context.Context, argument string, stream safejs.Value) (io.ReadCloser, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if !IsObject(stream) {
		return nil, Wrong(argument, "a ReadableStream", stream)
	}
	getReader, err := Get(stream, "getReader")
	if err != nil {
		return nil, err
	}
	if TypeOf(getReader) != safejs.TypeFunction {
		return nil, Wrong(argument, "a ReadableStream", stream)
	}
	reader, err := apply(getReader, stream) // which throws for a stream that is locked
	if err != nil {
		return nil, err
	}
	r := &streamReader{reader: reader, argument: argument, piece: safejs.Undefined()}
	r.ctx, r.cancel = context.WithCancelCause(ctx)
	r.unwatch = context.AfterFunc(ctx, func() { r.giveUp(context.Cause(ctx)) })
	return r, nil
}

type streamReader struct {
	reader   safejs.Value
	argument string
	ctx      context.Context // ends with Close, too
	cancel   context.CancelCauseFunc
	unwatch  func() bool
	ended    sync.Once

	reading sync.Mutex
	piece   safejs.Value // a Uint8Array, of which some is to be read; undefined for none
	at      int
	length  int
	err     error // what every Read answers from now on
}

// Read reads a part of a piece, straight from the page's memory.
func (r *streamReader) Read(p []byte) (int, error) {
	r.reading.Lock()
	defer r.reading.Unlock()
	if len(p) == 0 {
		return 0, r.err
	}
	for r.err == nil && r.at == r.length {
		if err := context.Cause(r.ctx); err != nil {
			r.err = err
			break
		}
		if WouldBlock() { // before the stream gives a piece that nobody would get
			return 0, ErrWouldBlock
		}
		r.err = r.next()
	}
	if r.err != nil {
		return 0, r.err
	}
	if err := context.Cause(r.ctx); err != nil {
		r.err = err
		return 0, err
	}
	n := min(len(p), r.length-r.at)
	part, err := Call(r.piece, "subarray", r.at, r.at+n)
	if err == nil {
		err = copyOut("a piece of "+r.argument, p[:n], part)
	}
	if err != nil {
		r.fail(err)
		return 0, err
	}
	r.at += n
	if r.at == r.length {
		r.piece = safejs.Undefined()
	}
	return n, nil
}

// next waits for a piece.
func (r *streamReader) next() error {
	promise, err := Call(r.reader, "read")
	if err != nil {
		return r.over(err)
	}
	values, err := Await(r.ctx, promise)
	if err != nil {
		if r.ctx.Err() != nil {
			unheard(promise)
			return err
		}
		return r.over(err)
	}
	result := first(values)
	done, err := Get(result, "done")
	if err != nil {
		return r.over(err)
	}
	if done.Equal(truth) {
		return r.over(io.EOF)
	}
	value, err := Get(result, "value")
	if err == nil {
		r.piece, err = view("a piece of "+r.argument, value)
	}
	if err == nil {
		r.at = 0
		r.length, err = lengthOf(r.piece)
	}
	if err != nil {
		r.fail(err)
	}
	return err
}

// over notes that the stream has ended by itself.
func (r *streamReader) over(err error) error {
	r.unwatch()
	r.ended.Do(func() {
		r.cancel(err)
		_, _ = Call(r.reader, "releaseLock")
	})
	return err
}

// fail gives up a stream whose chunk does not hold bytes.
func (r *streamReader) fail(err error) {
	r.err, r.at, r.length = err, 0, 0
	r.unwatch()
	r.giveUp(err)
}

// Close tells the page that no more is read, and does not wait for it.
func (r *streamReader) Close() error {
	r.unwatch()
	r.giveUp(ErrClosed)
	return nil
}

// giveUp cancels the stream, and unlocks it.
func (r *streamReader) giveUp(reason error) {
	r.ended.Do(func() {
		r.cancel(reason)
		if cancelled, err := Call(r.reader, "cancel", Thrown(reason)); err == nil {
			unheard(cancelled)
		}
		_, _ = Call(r.reader, "releaseLock")
	})
}
