package ajax

import "time"

// An Option sets a field of a Request, and has that field's name; Header adds to one, and OnUpload watches Body.
type Option func(*Request)

// Header adds a header. A name that is not a token, or a value of more than one line, makes the request
// fail with a deferred.TypeError. Fetch leaves out names that it sets by itself.
func Header(name, value string) Option {
	return func(r *Request) { r.Headers = append(r.Headers, [2]string{name, value}) }
}

// ContentType sets the media type of the body.
func ContentType(value string) Option { return func(r *Request) { r.ContentType = value } }

// Query adds values to the URL.
func Query(values Values) Option { return func(r *Request) { r.Query = append(r.Query, values...) } }

// Timeout bounds each attempt: see Request.Timeout.
func Timeout(d time.Duration) Option { return func(r *Request) { r.Timeout = d } }

// Retry sends a request that fails again: see RetryPolicy.
func Retry(policy RetryPolicy) Option { return func(r *Request) { r.Retry = &policy } }

// OnProgress calls fn as the body of the answer arrives: see Request.OnProgress.
func OnProgress(fn func(Progress)) Option { return func(r *Request) { r.OnProgress = fn } }

// Credentials sets when cookies are sent, in fetch's words: "same-origin" (the default), "include" or "omit".
func Credentials(word string) Option { return func(r *Request) { r.Credentials = word } }

// NoCache puts a number into the URL, so that no cache has an answer.
func NoCache() Option { return func(r *Request) { r.NoCache = true } }
