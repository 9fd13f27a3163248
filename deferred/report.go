package deferred

import "github.com/godeferred/godeferred/internal/page"

// OnReport has fn called with each error that has no caller left to reach: a *PanicError of a
// callback, wherever the page or this module calls it, or an *UnhandledError. It returns a function that puts back what was there before. nil
// stands for the default: in a page, its error event, as for an exception that nothing catches
// (reportError); elsewhere, standard error.
//
// fn runs on the goroutine that met the error. A panic in it is not contained, so that a program that
// wants to end with the first panic of a callback can say OnReport(func(err error) { panic(err) }).
func OnReport(fn func(error)) (restore func()) { return page.OnReport(fn) }
