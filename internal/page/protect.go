package page

import (
	"errors"
	"runtime/debug"
)

var errGoexit = errors.New("the function ended its goroutine (runtime.Goexit)")

// Protect calls fn; a panic in it is its error, and so is an end by runtime.Goexit, which is passed
// on to finish before the goroutine ends. It builds everywhere.
func Protect[T any](fn func() (T, error), finish func(T, error)) {
	var v T
	err := errGoexit
	defer func() {
		if p := recover(); p != nil {
			err = &PanicError{Value: p, Stack: string(debug.Stack())}
		}
		finish(v, err)
	}()
	v, err = fn()
}
