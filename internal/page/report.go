package page

import "sync/atomic"

// reporter is what deferred.OnReport has set.
var reporter atomic.Pointer[func(error)]

// OnReport has fn called with what Report is given; nil stands for the default. It returns a function that
// puts back what was there before.
func OnReport(fn func(error)) (restore func()) {
	next := &fn
	if fn == nil {
		next = nil
	}
	before := reporter.Swap(next)
	return func() { reporter.Store(before) }
}

// Report shows an error that has no caller left to reach: as OnReport says, else as the platform shows one
// that nobody caught.
func Report(err error) {
	if fn := reporter.Load(); fn != nil {
		(*fn)(err)
		return
	}
	reportByDefault(err)
}
