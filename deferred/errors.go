package deferred

import (
	"errors"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

var (
	// ErrWouldBlock is the answer to waiting (Await, AwaitJS) inside a function that the page has
	// called. Nothing else runs in a page until such a function returns, so what it waits for would
	// never come. Wait in a goroutine, or make the function with Export. There is no such thing on
	// other platforms.
	ErrWouldBlock = page.ErrWouldBlock

	// ErrPending is what Result answers for a promise that has not settled.
	ErrPending = errors.New("the promise is pending")

	// ErrAborted is the reason of Abort where none is given.
	ErrAborted error = named{"AbortError", "aborted"}

	// ErrRing rejects a promise that was to be resolved with itself, directly or by way of others
	// (Promises/A+ 2.3.1).
	ErrRing error = wrong.TypeError("a promise cannot be resolved with itself")

	// ErrNone rejects the promise that Any returns for no promises at all.
	ErrNone = errors.New("there is no promise to resolve")

	errNoPromise = wrong.TypeError("the handler returned no promise")
)

// named is an error that the page sees under the platform's own name.
type named struct{ name, text string }

func (e named) Error() string         { return e.text }
func (e named) PageErrorName() string { return e.name }
