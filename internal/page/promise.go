//go:build js && wasm

package page

import "github.com/hack-pad/safejs"

// A Promise is a promise made for the page: the bundle's own where the page has it, with progress
// and all arguments, else a native one, which has the first argument and no progress.
type Promise struct {
	Value                   safejs.Value // what the page gets
	resolve, reject, notify safejs.Value
}

// NewPromise makes a pending promise.
func NewPromise() (*Promise, error) {
	if p, err := bundlePromise(); err == nil {
		return p, nil
	}
	return nativePromise()
}

// bundlePromise fails where there is no bundle, or its runtime is not ready.
func bundlePromise() (*Promise, error) {
	bundle, err := Get(safejs.Global(), "godeferred")
	if err != nil {
		return nil, err
	}
	if TypeOf(bundle) != safejs.TypeFunction {
		return nil, TypeError("the page has no bundle")
	}
	deferred, err := Call(bundle, "Deferred")
	if err != nil {
		return nil, err
	}
	p := &Promise{}
	if p.Value, err = Call(deferred, "promise"); err != nil {
		return nil, err
	}
	return p, p.take(deferred, "resolve", "reject", "notify")
}

// nativePromise hands the functions that settle to an array's push: a Go function there would be
// called by the page, at ten times the price.
func nativePromise() (*Promise, error) {
	array, err := safejs.Global().Get("Array")
	if err != nil {
		return nil, err
	}
	functions, err := array.New()
	if err != nil {
		return nil, err
	}
	push, err := functions.Get("push")
	if err != nil {
		return nil, err
	}
	executor, err := push.Call("bind", functions)
	if err != nil {
		return nil, err
	}
	constructor, err := safejs.Global().Get("Promise")
	if err != nil {
		return nil, err
	}
	p := &Promise{notify: safejs.Undefined()}
	if p.Value, err = constructor.New(executor); err != nil {
		return nil, err
	}
	return p, p.take(functions, "0", "1")
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

// Resolve resolves the promise. What its callbacks in the page throw is reported.
func (p *Promise) Resolve(values ...any) { settleWith(p.resolve, values) }

// Reject rejects the promise with the page's value for err: see Thrown.
func (p *Promise) Reject(err error) { settleWith(p.reject, []any{Thrown(err)}) }

// Notify passes progress on, where the promise has that.
func (p *Promise) Notify(values ...any) {
	if !p.notify.IsUndefined() {
		settleWith(p.notify, values)
	}
}

func settleWith(fn safejs.Value, values []any) {
	if _, err := fn.Invoke(values...); err != nil {
		Report(Caught(err))
	}
}
