package rules

import "slices"

// A Policy says whether and when a failed request is made again. Times are in ms.
type Policy struct {
	Limit    int // how many more requests after the first
	Methods  []string
	Statuses []int // beside 0, no answer at all (the network, or the timeout), which counts always
	Backoff  int64 // the first wait; each one after is twice as long
	MaxDelay int64 // the longest wait
}

// DefaultPolicy tries what may be done twice without harm, after failures that pass.
var DefaultPolicy = Policy{
	Limit:    2,
	Methods:  []string{"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"},
	Statuses: []int{408, 413, 429, 500, 502, 503, 504},
	Backoff:  300,
	MaxDelay: 30_000,
}

// A Failure is one that a Policy is asked about.
type Failure struct {
	Attempt    int // 1 for the first request
	Method     string
	Status     int
	RetryAfter string // the answer's header
	Now        int64  // ms since 1970
	Random     int64  // from 0 to RandomRange
}

const (
	// NoRetry is the delay that stands for giving up.
	NoRetry = -1
	// RandomRange is the end of Failure.Random.
	RandomRange = 1000
)

// Retry returns how many ms to wait before the next request, or NoRetry.
//
// Waits grow exponentially, and between half and all of each is used, so that the many that failed
// together do not come back together. What the server says in Retry-After counts instead, in either
// form; a longer wait than MaxDelay, however, is not waited for: the page would seem to hang.
func (p Policy) Retry(f Failure) int64 {
	passes := f.Status == 0 || slices.Contains(p.Statuses, f.Status)
	if f.Attempt > p.Limit || !slices.Contains(p.Methods, f.Method) || !passes {
		return NoRetry
	}
	if after, ok := retryAfter(f.RetryAfter, f.Now); ok {
		if after > p.MaxDelay {
			return NoRetry
		}
		return after
	}
	wait := p.Backoff
	for range f.Attempt - 1 {
		if wait = min(wait*2, p.MaxDelay); wait == p.MaxDelay {
			break
		}
	}
	wait = min(wait, p.MaxDelay)
	return wait/2 + wait/2*f.Random/RandomRange
}
