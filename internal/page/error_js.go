package page

import (
	"errors"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Error is an error of the page's: what a page function threw or a page promise was rejected with.
type Error struct {
	Value   safejs.Value // the very value, which need not be an Error object
	Name    string       // its name, such as "TypeError"; empty where it is not an Error object
	Message string       // its message, or the value as a string
	Stack   string       // where it was made, as the engine writes it; may be empty
}

func (e *Error) Error() string {
	switch { // as JavaScript's Error.prototype.toString
	case e.Name == "":
		return e.Message
	case e.Message == "":
		return e.Name
	}
	return e.Name + ": " + e.Message
}

// AsError returns the Go error for a value that was thrown or rejected with. Reading it cannot
// fail: a getter that throws leaves its field empty.
func AsError(value safejs.Value) *Error {
	e := &Error{Value: value}
	if IsObject(value) {
		e.Name = lenientString(value, "name")
		e.Message = lenientString(value, "message")
		e.Stack = lenientString(value, "stack")
		if e.Name != "" || e.Message != "" {
			return e
		}
	}
	e.Message = text(value)
	return e
}

// Caught turns an error of safejs that stands for a page exception into an Error; any other, and
// nil, it returns as it is.
func Caught(err error) error {
	if thrown, is := errors.AsType[js.Error](err); is {
		return AsError(safejs.Safe(thrown.Value))
	}
	return err
}

// Thrown returns the value that stands for err in the page: the page's own where it came from
// there, else an Error object whose message is err's.
func Thrown(err error) safejs.Value {
	// AsType in all of the project: As brings the half of reflection that tells whether types agree, 8 kB with brotli.
	if own, is := errors.AsType[*Error](err); is {
		return own.Value
	}
	name := "Error"
	if typed, is := errors.AsType[named](err); is {
		name = typed.PageErrorName()
	}
	made := newError(name, err.Error())
	if p, is := errors.AsType[*PanicError](err); is {
		_ = made.Set("goStack", p.Stack) // an extra for tools; the error stands without it
	}
	return made
}

// named is an error that has a name of its own in the page.
type named interface {
	error
	PageErrorName() string
}

// newError makes an Error object; it is undefined where the page cannot make one.
func newError(name, message string) safejs.Value {
	if TypeOf(global(name)) == safejs.TypeFunction {
		made, _ := New(name, message)
		return made
	}
	made, _ := New("Error", message)
	_ = made.Set("name", name)
	return made
}
