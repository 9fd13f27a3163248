package deferred

import (
	"context"
	"io"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// ReadableStream returns a stream for the page of what r reads, in Uint8Arrays of at most 64 KiB (a body for
// Response or fetch, for example).
//
// r is read in a goroutine, and only when the page asks for more. io.EOF closes the stream; any other error is the
// stream's, as Export says; a panic is, too, and is reported. If r is an io.Closer, it is closed when the stream ends,
// fails, or is cancelled by the page, where a Read can be under way; an error of Close then is the stream's or rejects
// the page's cancel.
//
// A page that neither reads to the end nor cancels keeps r for good. The error is about making the stream, and so rare.
func ReadableStream(r io.Reader) (safejs.Value, error) {
	if r == nil {
		return safejs.Undefined(), TypeError("r must be a reader, not nil")
	}
	return page.ReadableStream(r)
}

// ErrClosed is what the Read of a reader returns that NewReader has made and that has been closed.
var ErrClosed = page.ErrClosed

// NewReader returns a reader of a ReadableStream of the page's, whose chunks are buffers or views of them. It locks the
// stream.
//
// Read blocks its goroutine until there is something; a chunk that p is too small for is given in parts. Inside a
// function that the page has called, it returns ErrWouldBlock unless a part of a chunk is left; reading can go on
// elsewhere. The stream's own error is a *PageError; a chunk that does not hold bytes is a TypeError, and cancels the stream.
//
// Close cancels the stream, without waiting for it, and unlocks it; Read returns ErrClosed from then on. The end of ctx
// does the same, and Read returns its cause. Call Close unless the stream was read to its end.
//
// The error is the cause of ctx if that is done, a TypeError if the value is not a stream, and the page's own if the
// stream is locked.
func NewReader(ctx context.Context, stream safejs.Value) (io.ReadCloser, error) {
	return page.NewReader(ctx, "stream", stream)
}
