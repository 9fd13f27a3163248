package dom

import (
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// A Maker makes a promise and the page function that resolves it with its arguments. What kind of
// promise is its choice.
type Maker func() (promise, resolve safejs.Value, err error)

// First returns the promise of the first event of that name on target since it was first asked for:
// the same promise however often and whenever it is asked, so a callback added after the event runs
// at once. newPromise is called only for the first of them; nil makes native promises.
//
// No Go function listens: what resolves the promise is the listener. So everything about it hangs on
// target, and goes when target goes.
func First(target safejs.Value, event string, newPromise Maker) (safejs.Value, error) {
	if !listens(target) {
		return safejs.Undefined(), page.Wrong("target", events.one, target)
	}
	if event == "" {
		return safejs.Undefined(), wrong.TypeError(`event must be the name of an event, not ""`)
	}
	byEvent, err := firstsOf(target)
	if err != nil {
		return safejs.Undefined(), err
	}
	known, err := byEvent.Call("get", event)
	if err != nil || !known.IsUndefined() {
		return known, err
	}
	if newPromise == nil {
		newPromise = NativePromise
	}
	promise, resolve, err := newPromise()
	if err != nil {
		return safejs.Undefined(), err
	}
	once := map[string]any{"once": true}
	if _, err := page.Call(target, "addEventListener", event, resolve, once); err != nil {
		return safejs.Undefined(), err
	}
	_, err = byEvent.Call("set", event, promise)
	return promise, err
}

// firsts is a WeakMap: target → Map of event name → promise. A table of Go's would keep every
// target alive for good.
var firsts = sync.OnceValues(func() (safejs.Value, error) { return construct("WeakMap") })

func firstsOf(target safejs.Value) (safejs.Value, error) {
	all, err := firsts()
	if err != nil {
		return all, err
	}
	byEvent, err := all.Call("get", target)
	if err != nil || !byEvent.IsUndefined() {
		return byEvent, err
	}
	if byEvent, err = construct("Map"); err != nil {
		return byEvent, err
	}
	_, err = all.Call("set", target, byEvent)
	return byEvent, err
}

// NativePromise makes one of the platform's promises. It takes the first argument alone.
func NativePromise() (promise, resolve safejs.Value, err error) {
	var owner page.Owner
	defer owner.Release() // the promise calls it before it is made, and never again
	executor, err := owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		resolve = args[0]
		return nil, nil
	})
	if err != nil {
		return promise, resolve, err
	}
	promise, err = construct("Promise", executor)
	return promise, resolve, err
}

func construct(name string, args ...any) (safejs.Value, error) {
	constructor, err := safejs.Global().Get(name)
	if err != nil {
		return constructor, err
	}
	return constructor.New(args...)
}
