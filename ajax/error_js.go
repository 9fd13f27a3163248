package ajax

import (
	"context"
	"strconv"
	"time"
)

// StatusError is an answer whose status is not a success, such as 404.
type StatusError struct {
	Response *Response // whole, with its body
}

func (e *StatusError) Error() string {
	text := strconv.Itoa(e.Response.Status)
	if e.Response.StatusText != "" {
		text += " " + e.Response.StatusText
	}
	return text + ": " + e.Response.URL
}

// NetworkError is a request that got no answer, or one that broke off: the server was not reached,
// the connection was cut, or the answer was for other origins only. Browsers write the cause to the
// console and do not tell the page.
type NetworkError struct {
	URL string
	Err error // the page's, a *deferred.PageError
}

func (e *NetworkError) Error() string { return e.Err.Error() + ": " + e.URL }

// Unwrap gives the page's error.
func (e *NetworkError) Unwrap() error { return e.Err }

// ParseError is an answer whose body is not what its content type says.
type ParseError struct {
	Response *Response
	Err      error // the page's, a *deferred.PageError
}

func (e *ParseError) Error() string { return e.Err.Error() + ": " + e.Response.URL }

// Unwrap gives the page's error.
func (e *ParseError) Unwrap() error { return e.Err }

// TimeoutError is an attempt that took longer than Request.Timeout.
type TimeoutError struct {
	URL   string
	After time.Duration
}

func (e *TimeoutError) Error() string { return "no answer within " + e.After.String() + ": " + e.URL }

// Timeout makes it a net.Error that says it timed out.
func (e *TimeoutError) Timeout() bool { return true }

// Is makes it a context.DeadlineExceeded, too.
func (e *TimeoutError) Is(target error) bool { return target == context.DeadlineExceeded }
