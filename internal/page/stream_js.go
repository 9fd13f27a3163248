package page

import (
	"io"
	"sync"

	"github.com/hack-pad/safejs"
)

// pieceSize is how much of a reader the page gets at once, at most.
const pieceSize = 64 << 10

// ReadableStream makes a stream of the page's that reads from r: see deferred.ReadableStream.
func ReadableStream(r io.Reader) (safejs.Value, error) {
	source, err := New("Object")
	if err != nil {
		return source, err
	}
	strategy, err := New("Object")
	if err != nil {
		return strategy, err
	}
	if err := strategy.Set("highWaterMark", 0); err != nil { // so that nothing is read before the page asks
		return strategy, err
	}
	s := &readerSource{r: r}
	s.close = sync.OnceValue(s.closeReader)
	s.id = answerBy(s.answer)
	err = addQuestions(source, s.id, sourceMethods)
	var stream safejs.Value
	if err == nil {
		stream, err = New("ReadableStream", source, strategy)
	}
	if err != nil {
		dismiss(s.id)
	}
	return stream, err
}

var sourceMethods = map[string]int{"pull": askPull, "cancel": askCancel}

// A readerSource is the underlying source of a stream (Streams Standard): the stream never pulls again before the promise of
// pull has settled.
type readerSource struct {
	r      io.Reader
	id     int
	buffer []byte
	close  func() error // once
}

func (s *readerSource) answer(what int, args []safejs.Value) safejs.Value {
	promise, err := simplePromise()
	if err != nil {
		Report(err)
		return safejs.Undefined()
	}
	if what == askPull {
		go Protect(s.read, func(n int, err error) {
			s.pass(first(args), n, err)
			promise.Resolve()
		})
		return promise.Value
	}
	dismiss(s.id)
	go Protect(func() (struct{}, error) { return struct{}{}, s.close() }, func(_ struct{}, err error) {
		reportPanic(err)
		if err != nil {
			promise.Reject(err)
		} else {
			promise.Resolve()
		}
	})
	return promise.Value
}

// read reads something, or finds out that there is nothing. At the end, it closes the reader, too.
func (s *readerSource) read() (n int, err error) {
	if s.buffer == nil {
		s.buffer = make([]byte, pieceSize)
	}
	for tries := 0; n == 0 && err == nil; tries++ {
		if tries == 100 { // as bufio does
			err = io.ErrNoProgress
			break
		}
		n, err = s.r.Read(s.buffer)
	}
	return n, err
}

// pass hands the page what was read. Once the page has cancelled the stream, the controller's methods throw, and there
// is nobody to tell.
func (s *readerSource) pass(controller safejs.Value, n int, err error) {
	if n > 0 {
		piece, failed := Bytes(s.buffer[:n])
		if failed == nil {
			_, _ = Call(controller, "enqueue", piece)
		} else {
			err = failed
		}
	}
	if err == nil {
		return
	}
	reportPanic(err)
	dismiss(s.id)
	Protect(func() (struct{}, error) { return struct{}{}, s.close() }, func(_ struct{}, failed error) {
		reportPanic(failed)
		if err == io.EOF && failed != nil {
			err = failed
		}
	})
	if err == io.EOF {
		_, _ = Call(controller, "close")
	} else {
		_, _ = Call(controller, "error", Thrown(err))
	}
}

func (s *readerSource) closeReader() error {
	if closer, is := s.r.(io.Closer); is {
		return closer.Close()
	}
	return nil
}

func reportPanic(err error) {
	if p, panicked := err.(*PanicError); panicked {
		Report(p)
	}
}
