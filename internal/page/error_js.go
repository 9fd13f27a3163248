package page

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Error is an error of the page's: what a page function threw or a page promise was rejected with.
type Error struct {
	Value   safejs.Value // the very value, which need not be an Error object
	Name    string       // its name, such as "TypeError"; empty where it is not an Error object
	Message string       // its message, or the value as a string
	Stack   string       // where it was made, as the engine writes it; may be empty

	// Args are all the values of a rejection, of which Value is the first: jQuery's requests reject with the
	// jqXHR, a word such as "timeout", and what was thrown. nil for what was thrown, and for one value.
	Args []safejs.Value
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

// Reason is the error for the values of a rejection. Its text is that of the first value. If that is not an Error,
// such as a jqXHR, the text is that of the next Error, else of the last string.
func Reason(values []safejs.Value) *Error {
	if len(values) == 0 {
		return AsError(safejs.Undefined())
	}
	e := AsError(values[0])
	if len(values) == 1 {
		return e
	}
	e.Args = values
	if e.Name != "" || !IsObject(values[0]) {
		return e
	}
	for _, value := range values[1:] {
		if IsObject(value) {
			if other := AsError(value); other.Name != "" {
				e.Name, e.Message, e.Stack = other.Name, other.Message, other.Stack
				return e
			}
		} else if s := stringOf(value); s != "" {
			e.Message = s
		}
	}
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

// Reasons are the values that reject a promise for err: all that it came with from the page, else the one that
// Thrown returns.
func Reasons(err error) (all []any) {
	defer func() {
		if v := recover(); v != nil {
			all = []any{panicked(v)}
		}
	}()
	value, args, is := ownOf(err)
	if !is || args == nil {
		return []any{Thrown(err)}
	}
	all = make([]any, len(args))
	for i := range args {
		all[i] = args[i]
	}
	all[0] = value
	return all
}

// ownOf returns the page's own value that err has come with, and all the values if it was a rejection of more than
// one. An error that has a name or fields, or that joins several, is one of its own.
func ownOf(err error) (value safejs.Value, args []safejs.Value, is bool) {
	for range deepestCause {
		switch e := err.(type) {
		case *Error:
			return e.Value, e.Args, true
		case js.Error:
			return safejs.Safe(e.Value), nil, true
		case named, detailed:
			return value, nil, false
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		default:
			return value, nil, false
		}
	}
	return value, nil, false
}

// Thrown returns the value that stands for err in the page: the page's own where it came from there, else an
// Error object whose message is err's. Its cause is what err wraps.
//
// A method of err may panic, as most do on a nil pointer. The panic is reported, and its value is returned. Nothing
// else would contain it: the function that returned err has ended.
func Thrown(err error) (value safejs.Value) {
	defer func() {
		if v := recover(); v != nil {
			value = panicked(v)
		}
	}()
	return thrown(err, deepestCause)
}

// panicked reports what a method of an error has panicked with, and returns the page's value for that. It has its text
// only: an error there may panic, too.
func panicked(v any) safejs.Value {
	p := &PanicError{Value: fmt.Sprint(v), Stack: string(debug.Stack())}
	Report(p)
	return thrown(p, 0)
}

// deepestCause is how many causes an error shows.
const deepestCause = 20

func thrown(err error, depth int) safejs.Value {
	if value, _, is := ownOf(err); is {
		return value
	}
	made := newError(nameFor(err), err.Error())
	// The properties below are extras: the error is used without one that cannot be set.
	if inner := errors.Unwrap(err); inner != nil && depth > 0 {
		_ = made.Set("cause", thrown(inner, depth-1))
	}
	if joined, is := err.(interface{ Unwrap() []error }); is && depth > 0 {
		list := []safejs.Value{}
		for _, one := range joined.Unwrap() {
			list = append(list, thrown(one, depth-1))
		}
		if all, err := Value(list); err == nil {
			_ = made.Set("errors", all)
		}
	}
	if own, is := errors.AsType[detailed](err); is {
		for name, field := range own.PageErrorFields() {
			if value, err := Value(field); err == nil {
				_ = made.Set(name, value)
			} else {
				Report(err)
			}
		}
	}
	if p, is := errors.AsType[*PanicError](err); is {
		_ = made.Set("goStack", p.Stack)
	}
	return made
}

// nameFor is the name of the page's error for err.
func nameFor(err error) string {
	// AsType in all of the project: As brings the half of reflection that tells whether types agree, 8 kB with brotli.
	if typed, is := errors.AsType[named](err); is {
		if name := typed.PageErrorName(); name != "" {
			return name
		}
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return "TimeoutError"
	case errors.Is(err, context.Canceled):
		return "AbortError"
	}
	return "Error"
}

// named is an error that has a name of its own in the page.
type named interface {
	error
	PageErrorName() string
}

// detailed is an error with fields of its own in the page.
type detailed interface {
	error
	PageErrorFields() map[string]any
}

// newError makes an Error object; it is undefined where the page cannot make one. The platform's own errors for
// aborts and timeouts are DOMExceptions. Other names are only names: a page's global of the name may take another
// argument first, as AggregateError's does, or be no error at all.
func newError(name, message string) safejs.Value {
	constructor, args := "Error", []any{message}
	switch name {
	case "AbortError", "TimeoutError":
		constructor, args = "DOMException", []any{message, name}
	case "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError":
		constructor = name
	}
	made, err := New(constructor, args...)
	if constructor != "Error" {
		if err == nil {
			return made
		}
		made, _ = New("Error", message)
	}
	if name != "Error" {
		_ = made.Set("name", name)
	}
	return made
}
