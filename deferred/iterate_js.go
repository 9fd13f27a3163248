package deferred

import (
	"context"
	"iter"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Iterate returns a sequence of what the page's value iterates, as for await does: an async iterable, an iterable,
// whose promises are waited for, or a ReadableStream.
//
// The loop waits in its goroutine for each value. break (and return, or a panic in the loop) calls the iterator's
// return, and break waits until that has settled; its error is reported (see OnReport). An error is the last pair of
// the sequence, with undefined: a *PageError of what the iterator threw or rejected with; the cause of ctx once that
// is done, after return has been called; ErrWouldBlock inside a function that the page has called, where only an
// iterable without promises can be read; a TypeError for a value that cannot be iterated.
//
// Each loop over the sequence makes a new iterator. One over a generator's object goes on where the last has ended.
func Iterate(ctx context.Context, value safejs.Value) iter.Seq2[safejs.Value, error] {
	return page.Iterate(ctx, "value", value)
}

// AsyncIterable returns an object that the page can iterate once, by for await.
//
// seq runs in a goroutine of its own, from the page's first next on, and stands still until the page asks for more.
// Values reach the page as Value says. An error, seq's or of a value that a page cannot have, rejects next as Export
// says, and ends the iteration; a panic does, too, and is reported. When the page leaves its loop (the iterator's
// return), seq's yield returns false, and return's promise settles when seq has returned.
//
// A page that neither reads to the end nor calls return keeps seq waiting for good. The error is about making the
// object, and so rare.
func AsyncIterable[T any](seq iter.Seq2[T, error]) (safejs.Value, error) {
	if seq == nil {
		return safejs.Undefined(), TypeError("seq must be a sequence, not nil")
	}
	return page.AsyncIterable(func(yield func(any, error) bool) {
		for v, err := range seq {
			if !yield(v, err) {
				return
			}
		}
	})
}
