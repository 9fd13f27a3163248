package runtime

import (
	"errors"
	"syscall/js"

	"github.com/godeferred/godeferred/internal/wrong"
)

// The page's own constructors, before anybody has put others in their place.
var (
	plainError = js.Global().Get("Error")
	typeError  = js.Global().Get("TypeError")
)

// function makes a page function of call; the first argument is the page's name for what asks, and
// all are strings. It is made once and never released.
//
// Such a function cannot throw, and a panic in it would end the program. So it answers a record,
// {value} or {error}, which callGo of web/src/runtime/bridge.js makes an exception of.
func function(name string, call func(args []string) (string, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (record any) {
		defer func() {
			if p := recover(); p != nil {
				record = failure(plainError, "godeferred: the runtime panicked in "+name+": "+panicText(p))
			}
		}()
		collectSoon()
		texts := make([]string, len(args))
		for i, arg := range args {
			if arg.Type() != js.TypeString {
				return failure(plainError, "godeferred: the page calls "+name+" with something that is no string")
			}
			texts[i] = arg.String()
		}
		answer, err := call(texts)
		if err == nil {
			return map[string]any{"value": answer}
		}
		if typed, is := errors.AsType[wrong.TypeError](err); is {
			return failure(typeError, "godeferred."+texts[0]+": "+string(typed))
		}
		return failure(plainError, err.Error())
	})
}

func failure(constructor js.Value, message string) any {
	return map[string]any{"error": constructor.New(message)}
}

// panicText does without fmt, which is 60 kB.
func panicText(p any) string {
	switch p := p.(type) {
	case error:
		return p.Error()
	case string:
		return p
	}
	return "a value that is no error"
}
