package dom

import (
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// First returns the page's promise of the first event of that name on target since First was first called for both: the
// same promise however often and whenever it is asked for, so a callback added after the event runs at once. It resolves
// with the event; await it with deferred.AwaitJS.
//
// No Go function listens: the listener is the promise's own resolve function. So target holds all of it, and it goes when
// target goes.
func First(target safejs.Value, event string) (safejs.Value, error) {
	if !listens(target) {
		return safejs.Undefined(), page.Wrong("target", listeners, target)
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
	promise, resolve, err := page.NativePromise()
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
var firsts = sync.OnceValues(func() (safejs.Value, error) { return page.New("WeakMap") })

func firstsOf(target safejs.Value) (safejs.Value, error) {
	all, err := firsts()
	if err != nil {
		return all, err
	}
	byEvent, err := all.Call("get", target)
	if err != nil || !byEvent.IsUndefined() {
		return byEvent, err
	}
	if byEvent, err = page.New("Map"); err != nil {
		return byEvent, err
	}
	_, err = all.Call("set", target, byEvent)
	return byEvent, err
}
