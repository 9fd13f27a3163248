package page

import "fmt"

// PanicError is what a panic becomes in Go code that the page, or a promise, has called. It builds
// everywhere: package deferred gives it to native programs too.
type PanicError struct {
	Value any    // what panic was called with
	Stack string // of the goroutine that panicked
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap gives the error that panic was called with, if it was one.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}
