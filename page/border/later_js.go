package border

import (
	"io"
	"iter"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// This file has what is read and written later than the call: promises, sequences, channels and readers. An error names
// the parameter, or the field that such a value was in.

// label names a value that is read later.
func (in In) label() string {
	if in.name == "" {
		return in.r.call.function + ": an item"
	}
	return in.r.call.function + ": " + in.name
}

// later reads a value that has come later.
func later[T any](in In, value safejs.Value, index int, read func(In) T) (T, error) {
	name := in.name
	if name == "" {
		name = "an item"
	}
	r := &reading{call: in.r.call}
	outer := In{r: r, value: value, name: name, index: outermost}
	if index < 0 {
		v := read(outer)
		return v, r.problem()
	}
	v := read(In{r: r, value: value, index: index})
	r.within(name, outermost)
	return v, r.problem()
}

// ReadPromise reads a promise, any thenable or a plain value.
func ReadPromise[T any](in In, read func(In) T) *deferred.Promise[T] {
	if !in.Right() {
		return nil
	}
	return deferred.Then(deferred.FromJS(in.js()), func(args deferred.Args) (T, error) {
		return later(in, args.At(0), -1, read)
	})
}

// ReadSequence reads an async iterable, an iterable or a ReadableStream. An element that is wrong is the last pair's
// error.
func ReadSequence[T any](in In, read func(In) T) iter.Seq2[T, error] {
	if in.Right() && !isIterable(in.js()) {
		in.Wrong("an iterable, an async iterable or a ReadableStream")
	}
	return func(yield func(T, error) bool) {
		i := 0
		for value, err := range seam.Iterate(in.r.call.own(), in.label(), in.js()) {
			var v T
			if err == nil {
				v, err = later(in, value, i, read)
			}
			if !yield(v, err) || err != nil {
				return
			}
			i++
		}
	}
}

// ReadChannel is ReadSequence for a channel, which is closed at the end. An error ends the context of the call, and is
// what its promise rejects with.
func ReadChannel[T any](in In, read func(In) T) <-chan T {
	c, values := in.r.call, ReadSequence(in, read)
	made := make(chan T)
	c.starts = append(c.starts, func() {
		seam.Go(func() error {
			defer close(made)
			for v, err := range values {
				if err != nil {
					if c.own().Err() == nil {
						c.abandon(err)
					}
					break
				}
				select {
				case made <- v:
				case <-c.own().Done():
					return nil
				}
			}
			return nil
		})
	})
	return made
}

// ReadReader reads a ReadableStream of bytes.
func ReadReader(in In) io.ReadCloser {
	if !in.Right() {
		return nil
	}
	r, err := seam.NewReader(in.r.call.own(), here, in.js())
	in.take(err)
	return r
}

func isIterable(value safejs.Value) bool {
	if !seam.IsObject(value) {
		return false
	}
	symbols := js.Global().Get("Symbol")
	for _, key := range []any{symbols.Get("asyncIterator"), symbols.Get("iterator"), "getReader"} {
		method, err := invoke(reflectGet, safejs.Unsafe(value), key)
		if err != nil || seam.TypeOf(method) == safejs.TypeFunction {
			return true // what the getter throws is the iteration's error
		}
	}
	return false
}

// written is one value by itself.
func written[T any](c *Call, name string, v T, write func(*Out, T)) (safejs.Value, error) {
	o := &Out{call: c, name: name}
	write(o, v)
	return o.finish()
}

// WritePromise writes a promise of the page's, which v settles; null for nil.
func WritePromise[T any](o *Out, v *deferred.Promise[T], write func(*Out, T)) {
	if v == nil {
		o.null()
		return
	}
	call := o.call
	o.take(deferred.ToJS(deferred.Then(v, func(v T) (safejs.Value, error) {
		return written(call, "the promise's value", v, write)
	})))
}

// WriteSequence writes an async iterable. When the page leaves its loop, the loop of seq is left, and then the call's
// context ends.
func WriteSequence[T any](o *Out, seq iter.Seq2[T, error], write func(*Out, T)) {
	if seq == nil {
		o.wrong(" must be a sequence, not nil")
		return
	}
	call, done := o.call, o.call.stream()
	o.take(seam.AsyncIterable(func(yield func(any, error) bool) {
		defer done()
		for v, err := range seq {
			value := undefined
			if err == nil {
				value, err = written(call, "an element of the sequence", v, write)
			}
			if !yield(value, err) || err != nil {
				return
			}
		}
	}))
}

// WriteChannel is WriteSequence for what a channel receives until it is closed.
func WriteChannel[T any](o *Out, values <-chan T, write func(*Out, T)) {
	if values == nil {
		o.wrong(" must be a channel, not nil")
		return
	}
	WriteSequence(o, func(yield func(T, error) bool) {
		for v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}, write)
}

// WriteReader writes a stream of bytes. When it ends, or the page cancels it, a closer is closed, and the call's context
// ends.
func WriteReader(o *Out, r io.Reader) {
	if r == nil {
		o.take(undefined, wrong.TypeError("a reader must not be nil"))
		return
	}
	o.take(seam.ReadableStream(&stream{r, o.call.stream()}))
}

type stream struct {
	io.Reader
	done func()
}

func (s *stream) Close() error {
	defer s.done()
	if closer, is := s.Reader.(io.Closer); is {
		return closer.Close()
	}
	return nil
}
