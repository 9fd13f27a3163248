package page

import (
	"runtime/debug"

	"github.com/hack-pad/safejs"
)

// contain runs fn; a panic becomes an error and is reported.
func contain[T any](fn func() (T, error)) (result T, err error) {
	defer func() {
		if v := recover(); v != nil {
			p := &PanicError{Value: v, Stack: string(debug.Stack())}
			Report(p)
			err = p
		}
	}()
	return fn()
}

// Contained runs fn. A panic in it becomes a *PanicError, and is reported besides.
func Contained(fn func() error) error {
	_, err := contain(func() (struct{}, error) { return struct{}{}, fn() })
	return err
}

// Go runs fn in a goroutine that a panic ends, but not the program. The error it returns, if any,
// is reported: a goroutine has no caller.
func Go(fn func() error) {
	go func() {
		err := Contained(fn)
		if _, panicked := err.(*PanicError); err != nil && !panicked {
			Report(err)
		}
	}()
}

// reportByDefault raises the page's error event where there is one; else the console shows the error.
func reportByDefault(err error) {
	value := Thrown(err)
	if _, e := Call(safejs.Global(), "reportError", value); e != nil {
		_, _ = Call(global("console"), "error", value) // nowhere is left to say that even this failed
	}
}
