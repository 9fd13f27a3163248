// Package view is the little that the example programs need of a document: elements by their id or
// made anew, their text, and listening for as long as a context lives.
//
// It panics where a page is not as the program expects it, which no visitor can cause.
package view

import (
	"context"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/dom"
)

var document = js.Global().Get("document")

// ByID returns the element of that id.
func ByID(id string) js.Value {
	element := document.Call("getElementById", id)
	if element.IsNull() {
		panic("the page has no #" + id)
	}
	return element
}

// New makes an element with a class and children.
func New(tag, class string, children ...any) js.Value {
	element := document.Call("createElement", tag)
	if class != "" {
		element.Set("className", class)
	}
	element.Call("append", children...)
	return element
}

// Say puts text into an element, as text: nothing in it is markup.
func Say(element js.Value, text string) { element.Set("textContent", text) }

// One is what package anim takes, for a single element.
func One(element js.Value) []safejs.Value { return []safejs.Value{safejs.Safe(element)} }

// Off makes a button look and read as one that does nothing now. It is not disabled, which would take
// the focus away from who has just pressed it; so handlers have to ask, too.
func Off(button js.Value, off bool) {
	word := "false"
	if off {
		word = "true"
	}
	button.Call("setAttribute", "aria-disabled", word)
}

// On calls handler with every event of that name on target until ctx ends. The handler runs inside the
// event, so it must not wait: what takes time goes into a goroutine, or into a channel with room.
func On(ctx context.Context, target js.Value, event string, handler func(event js.Value)) {
	_, err := dom.On(ctx, safejs.Safe(target), event, func(e safejs.Value) { handler(safejs.Unsafe(e)) })
	if err != nil && ctx.Err() == nil {
		panic(err)
	}
}

// Query returns a parameter of the page's own address, or "". Tests pass key, which the server counts by.
func Query(name string) string {
	value := js.Global().Get("URLSearchParams").New(js.Global().Get("location").Get("search")).Call("get", name)
	if value.IsNull() {
		return ""
	}
	return value.String()
}
