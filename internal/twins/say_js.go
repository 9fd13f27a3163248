package main

import (
	"context"
	"encoding/json"
	"errors"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
)

// fields are what is told of an event.
type fields map[string]any

// say tells the page of an event, in the name of a step.
func say(id, what string, f fields) {
	told := fields{"id": id, "what": what}
	for name, value := range f {
		told[name] = value
	}
	text, err := json.Marshal(told)
	if err != nil {
		panic(err)
	}
	js.Global().Call("goTwinSays", string(text))
}

// problem is an error as a page would see it.
func problem(err error) fields {
	if own, is := errors.AsType[*deferred.PageError](err); is {
		return fields{"name": own.Name, "message": own.Message}
	}
	name := "Error"
	if named, is := errors.AsType[interface {
		error
		PageErrorName() string
	}](err); is {
		name = named.PageErrorName()
	}
	if err == context.Canceled {
		name = "AbortError"
	}
	return fields{"name": name, "message": err.Error()}
}

// refused is the outcome of what could not even begin, or has failed.
func refused(err error) outcome { return outcome{"refused", fields{"error": problem(err)}} }

func failed(err error) outcome { return outcome{"failed", fields{"error": problem(err)}} }

// ended is a job whose outcome is known.
func ended(id string, o outcome) { start(id, func(context.Context) outcome { return o }) }

// raw is a value of the page's as JSON; nil where it is undefined.
func raw(value safejs.Value) any {
	text := js.Global().Get("JSON").Call("stringify", safejs.Unsafe(value))
	if text.IsUndefined() {
		return nil
	}
	return json.RawMessage(text.String())
}
