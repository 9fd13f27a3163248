// Package dom finds elements of a page and waits for events, from a Go program.
//
//	buttons, err := dom.Find(selector)
//	…
//	event, err := dom.Await(ctx, buttons[0], "click")
//
// [Await], [Ready], [Visible] and [LoadImage] block their goroutine until something has happened, or ctx ends. [Once]
// calls a function inside the next event, where preventDefault works, and [On] inside every one; [Debounce] waits until
// there have been none for a while. [First] has one promise for all who ask.
//
// A wrong target is a deferred.TypeError that names the argument.
package dom
