package deferred

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// ErrorToJS returns the page's value for an error, which is what the functions that Export makes reject with,
// and the promises that ToJS makes:
//
//   - of a *PageError, and of what wraps one and has no name of its own (see below), the page's own value; a promise is rejected with all its Args.
//     So an exception of a page function that Go returns is that very exception.
//   - of any other error an Error with its text as the message. Its name is what the method
//     PageErrorName() string of the error, or of one that it wraps, returns. Without that it is "TypeError" for
//     a TypeError, "TimeoutError" where it is context.DeadlineExceeded and "AbortError" where it is
//     context.Canceled: these two are DOMExceptions, as the platform's own. Else it is "Error".
//   - Its cause is the value of the error that it wraps, and errors has the values of those that errors.Join
//     has joined. Its further properties, such as a code, are what the method PageErrorFields() map[string]any of
//     the error, or of one that it wraps, returns, as Value says.
//   - of a *PanicError, the Error has Go's stack as goStack, too.
func ErrorToJS(err error) safejs.Value { return page.Thrown(err) }
