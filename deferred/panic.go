package deferred

import (
	"runtime/debug"

	"github.com/godeferred/godeferred/internal/page"
)

// PanicError is what a panic becomes in a function that this package calls: Value is what panic was
// called with, Stack the stack of the goroutine that panicked. errors.Is and errors.As see through
// it to Value, if that is an error.
//
// A panic in what makes an outcome (the handlers of Then and its kin, the functions of Go, Map and
// Export) is a rejection with a *PanicError. One in a callback (Done, Fail, Always, Progress), whose
// caller has nothing to do with it, stops no other callback and is reported: see OnReport.
type PanicError = page.PanicError

// reportPanic is deferred around callbacks.
func reportPanic() {
	if p := recover(); p != nil {
		page.Report(&PanicError{Value: p, Stack: string(debug.Stack())})
	}
}
