package page

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// A Promise is a promise made for the page: godeferred's own where the page has it, with progress,
// all arguments and abort, else a native one, which has the first argument and neither of the others.
type Promise struct {
	Value  safejs.Value // what the page gets
	number int          // by which the script that has started this program knows it; 0 without the link

	bundle                           safejs.Value // undefined for a native promise
	resolve, reject, notify, onAbort safejs.Value
	forget                           func() // lets go of what OnAbort was given; nil if that is nothing
}

// NewPromise makes a pending promise.
func NewPromise() (*Promise, error) {
	if Linked() {
		return linkedPromise(), nil
	}
	if p, err := bundlePromise(); err == nil {
		return p, nil
	}
	return nativePromise()
}

// linkedPromise is rejected, too, if the program ends.
func linkedPromise() *Promise {
	p := &Promise{}
	p.Value, p.number = openPromise()
	return p
}

// simplePromise is for one value, as iterators and streams have it.
func simplePromise() (*Promise, error) {
	if Linked() {
		return linkedPromise(), nil
	}
	return nativePromise()
}

// bundle is the script that has started this program, else what the page calls godeferred.
func bundle() (safejs.Value, error) {
	if Linked() {
		return safejs.Safe(link.bridge.Get("godeferred")), nil
	}
	bundle, _ := Get(safejs.Global(), "godeferred") // undefined where a getter throws
	if TypeOf(bundle) != safejs.TypeFunction {
		return bundle, wrong.TypeError("the page has no bundle")
	}
	return bundle, nil
}

// bundlePromise fails where there is no bundle, or its runtime is not ready.
func bundlePromise() (*Promise, error) {
	bundle, err := bundle()
	if err != nil {
		return nil, err
	}
	promise, deferred, onAbort, err := startWork(bundle)
	if err != nil {
		return nil, err
	}
	p := &Promise{Value: promise, bundle: bundle, onAbort: onAbort}
	return p, p.take(deferred, "resolve", "reject", "notify")
}

// startWork calls the bundle's work: what settles the promise, and what has a function called if it is aborted.
func startWork(bundle safejs.Value) (promise, deferred, onAbort safejs.Value, err error) {
	given, executor, err := keeper()
	if err == nil {
		promise, err = Call(bundle, "work", executor)
	}
	if err != nil {
		return promise, deferred, onAbort, err
	}
	kept := safejs.Unsafe(given) // our own array, so reading it cannot fail
	return promise, safejs.Safe(kept.Index(0)), safejs.Safe(kept.Index(1)), nil
}

// nativePromise makes one of the page's own.
func nativePromise() (*Promise, error) {
	functions, executor, err := keeper()
	if err != nil {
		return nil, err
	}
	p := &Promise{bundle: safejs.Undefined(), notify: safejs.Undefined(), onAbort: safejs.Undefined()}
	if p.Value, err = New("Promise", executor); err != nil {
		return nil, err
	}
	return p, p.take(functions, "0", "1")
}

// NativePromise makes one of the page's own promises, and returns its resolve function, too.
func NativePromise() (promise, resolve safejs.Value, err error) {
	p, err := nativePromise()
	if err != nil {
		return safejs.Undefined(), safejs.Undefined(), err
	}
	return p.Value, p.resolve, nil
}

// keeper returns an array and a function that puts there what it is called with: the array's push. A Go
// function in its place would be called by the page, at ten times the price.
func keeper() (array, function safejs.Value, err error) {
	if array, err = New("Array"); err != nil {
		return array, function, err
	}
	push, err := Get(array, "push")
	if err == nil {
		function, err = Call(push, "bind", array)
	}
	return array, function, err
}

// take keeps the functions of those names: resolve, reject and notify.
func (p *Promise) take(from safejs.Value, names ...string) error {
	for i, to := range []*safejs.Value{&p.resolve, &p.reject, &p.notify}[:len(names)] {
		fn, err := from.Get(names[i])
		if err != nil {
			return err
		}
		*to = fn
	}
	return nil
}

// OnAbort has stop called with the reason, an *Error, if the page aborts the promise while it is pending;
// a native one cannot be aborted. It is to be called once at most. Until the promise settles, stop
// counts as live. It runs inside the page's call and must not wait.
func (p *Promise) OnAbort(stop func(reason error)) error {
	if p.number != 0 {
		keepEnd(p.number, stop)
		p.forget = func() { takeEnd(p.number) }
		return nil
	}
	if p.onAbort.IsUndefined() {
		return nil
	}
	function, forget, err := once(func(values []safejs.Value) { stop(Reason(values)) })
	if err != nil {
		return err
	}
	p.forget = forget
	_, err = apply(p.onAbort, safejs.Undefined(), function)
	return err
}

// Resolve resolves the promise. A single value that is a thenable is adopted, as from an async function. What
// the promise's callbacks in the page throw is reported.
func (p *Promise) Resolve(values ...any) {
	p.settled()
	if p.number != 0 {
		settle(p.number, resolved, values)
	} else if !p.adopts(values) {
		settleWith(p.resolve, values)
	}
}

// adopts has a promise of the bundle follow a thenable: its resolve would pass it on, as jQuery's does.
func (p *Promise) adopts(values []any) bool {
	if len(values) != 1 || p.bundle.IsUndefined() {
		return false
	}
	value, is := values[0].(safejs.Value)
	if !is || !IsObject(value) {
		return false
	}
	// It reads then once, and is a promise of what that throws, too. A value without a then resolves it.
	followed, err := Call(p.bundle, "wrap", value)
	if err == nil {
		followed, err = Call(followed, "then", p.resolve, p.reject, p.notify)
	}
	var abort safejs.Value
	if err == nil {
		abort, err = Get(followed, "abort")
	}
	if err == nil {
		_, err = apply(p.onAbort, safejs.Undefined(), abort)
	}
	if err != nil {
		p.Reject(err)
	}
	return true
}

// Reject rejects the promise with the page's values for err: see Reasons.
func (p *Promise) Reject(err error) {
	p.settled()
	if p.number != 0 {
		settle(p.number, rejected, Reasons(err))
	} else {
		settleWith(p.reject, Reasons(err))
	}
}

func (p *Promise) settled() {
	if p.forget != nil {
		p.forget()
	}
}

// Notify passes progress on, where the promise has that.
func (p *Promise) Notify(values ...any) {
	if p.number != 0 {
		settle(p.number, notified, values)
	} else if !p.notify.IsUndefined() {
		settleWith(p.notify, values)
	}
}

func settleWith(fn safejs.Value, values []any) {
	if _, err := fn.Invoke(values...); err != nil {
		Report(Caught(err))
	}
}
