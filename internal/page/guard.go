package page

import "runtime/debug"

// Guard runs fn, a function of the program's that has no caller to hear of its panic: the panic is reported, and ends
// nothing. It builds everywhere. Contained is for functions whose caller gets the panic as an error.
func Guard(fn func()) {
	defer func() {
		if p := recover(); p != nil {
			Report(&PanicError{Value: p, Stack: string(debug.Stack())})
		}
	}()
	fn()
}
