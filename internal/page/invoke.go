//go:build js && wasm

package page

import (
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// functions are the page's own that what is done for each promise goes through, by way of syscall/js:
// there, a call takes a fifth of the time it takes by way of safejs, and one of a function at hand half
// of that of a method.
var functions = sync.OnceValue(func() (f struct{ get, call, bindTeller js.Value }) {
	reflect := js.Global().Get("Reflect")
	prototype := js.Global().Get("Function").Get("prototype")
	call, bind := prototype.Get("call"), prototype.Get("bind")
	f.get = reflect.Get("get")
	f.call = bind.Call("call", call, call)           // (function, this, ...args)
	f.bindTeller = bind.Call("call", bind, teller()) // (this, ...args)
	return f
})

// invoke calls a function of the page's. An exception is an *Error, and an argument that the page has no
// value for an error.
func invoke(fn js.Value, args ...any) (value safejs.Value, err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case js.Error:
			err = AsError(safejs.Safe(p.Value))
		case error:
			err = p
		case string:
			err = TypeError(p)
		default:
			panic(p)
		}
	}()
	return safejs.Safe(fn.Invoke(args...)), nil
}
