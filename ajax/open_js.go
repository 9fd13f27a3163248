package ajax

import (
	"context"
	"errors"
	"io"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// A Stream is an answer whose body is read while it arrives: an io.ReadCloser. Open makes it. One goroutine at a time
// may read.
type Stream struct {
	Head

	exchange *exchange
	pieces   *pieces
	piece    safejs.Value // the part of a piece that has not been read
	left     int          // its length
	err      error        // what every Read returns from now on
	sent     *sending
}

// Open makes a request and returns when the head of the answer has arrived. It fails as Do does, with the whole answer
// in a *StatusError. Request.Retry counts until then; Request.JSON is for what is asked for only.
//
// The end of ctx, and Request.Timeout, abort the request also while the body is read. Close the stream, or end ctx:
// else the connection stays open.
func Open(ctx context.Context, req *Request) (*Stream, error) {
	if _, is := req.Body.(uploader); is {
		return nil, wrong.TypeError("the request of Open must be one without OnUpload: XMLHttpRequest reads no streams")
	}
	s, err := req.prepare()
	if err != nil {
		return nil, err
	}
	return retried(ctx, s, s.open)
}

// open makes one attempt.
func (s *sending) open(ctx context.Context) (*Stream, error) {
	x, err := s.connect(ctx)
	if err != nil {
		return nil, err
	}
	if !rules.Succeeded(x.head.Status) {
		defer x.end()
		_, err := s.answer(x)
		return nil, err
	}
	p, err := piecesOf(x.from, &x.head, s.request.OnProgress)
	if err != nil {
		x.end()
		return nil, failed(ctx, s.plan.URL, err)
	}
	return &Stream{Head: x.head, exchange: x, pieces: p, sent: s}, nil
}

// Read waits until bytes have arrived, and reads up to len(p) of them. It returns io.EOF at the end of the body,
// the cause of the end of the request's context, a *TimeoutError, a *NetworkError where the answer breaks off, and
// io.ErrClosedPipe after Close. Inside a function that the page has called, it returns deferred.ErrWouldBlock unless
// bytes are there.
func (s *Stream) Read(p []byte) (int, error) {
	if cause := context.Cause(s.exchange.ctx); s.err == nil && cause != nil {
		s.finish(cause)
	}
	for s.err == nil && s.left == 0 && len(p) > 0 {
		if page.WouldBlock() {
			return 0, page.ErrWouldBlock
		}
		piece, length, err := s.pieces.next(s.exchange.ctx)
		if err != nil {
			s.finish(err)
		} else {
			s.piece, s.left = piece, length
		}
	}
	if s.err != nil {
		return 0, s.err
	}
	return s.take(p)
}

// take copies what fits of the piece.
func (s *Stream) take(p []byte) (int, error) {
	if s.left == 0 || len(p) == 0 {
		return 0, nil
	}
	n, err := safejs.CopyBytesToGo(p, s.piece)
	if err != nil {
		return 0, err
	}
	s.left -= n
	if s.left > 0 {
		s.piece, err = page.Call(s.piece, "subarray", n)
	} else {
		s.piece = safejs.Undefined()
	}
	return n, err
}

// finish has Read return what err means from now on. After the whole body, nothing is left to abort.
func (s *Stream) finish(err error) {
	if !errors.Is(err, io.EOF) {
		err = failed(s.exchange.ctx, s.sent.plan.URL, err)
	}
	s.piece, s.left = safejs.Undefined(), 0
	if s.err == nil { // Close may have come in between
		s.err = err
	}
	s.exchange.end()
}

// Close aborts what has not arrived yet. A Read that waits returns io.ErrClosedPipe, as do all after it. It may be called
// again, and returns nil.
func (s *Stream) Close() error {
	s.exchange.cancel(io.ErrClosedPipe)
	s.err, s.piece, s.left = io.ErrClosedPipe, safejs.Undefined(), 0
	return nil
}
