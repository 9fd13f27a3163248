package page

import (
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// The page's own functions that what is done for each promise goes through, by way of syscall/js: there,
// a call takes a fifth of the time it takes by way of safejs, and one of a function at hand half of that
// of a method.
var (
	reflectGet = js.Global().Get("Reflect").Get("get")
	call       = js.Global().Get("Function").Get("prototype").Get("call")
	callOn     = call.Call("bind", call)                 // (function, this, ...args)
	bindTeller = call.Get("bind").Call("bind", teller()) // (this, ...args)
	thenName   = js.ValueOf("then")                      // a string that Go has takes 2 µs more each time
)

// invoke calls fn, one of the functions above. An exception is an *Error, and an argument that the page has no
// value for an error.
func invoke(fn js.Value, args ...any) (value safejs.Value, err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case js.Error:
			err = AsError(safejs.Safe(p.Value))
		case string: // of syscall/js, about an argument: "ValueOf: invalid value"
			err = wrong.TypeError(p)
		default:
			panic(p)
		}
	}()
	return safejs.Safe(fn.Invoke(args...)), nil
}
