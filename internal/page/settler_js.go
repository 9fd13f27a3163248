package page

import (
	"github.com/hack-pad/safejs"
)

// A Settler is one of the page's deferreds, seen from the side that settles it: of the bundle, of jQuery, or an object
// as Promise.withResolvers makes it, which has no progress.
type Settler struct {
	Value                   safejs.Value // what the page has
	resolve, reject, notify safejs.Value
	promise                 safejs.Value // what listens
	onAbort                 safejs.Value // of a deferred made here with the bundle; else undefined
}

// NewSettler makes a deferred for the page: the bundle's own where the page has it, else an object with promise,
// resolve and reject.
func NewSettler() (*Settler, error) {
	if s, err := bundleSettler(); err == nil {
		return s, nil
	}
	given, executor, err := keeper()
	if err != nil {
		return nil, err
	}
	s := &Settler{onAbort: safejs.Undefined(), notify: safejs.Undefined()}
	if s.promise, err = New("Promise", executor); err != nil {
		return nil, err
	}
	kept := safejs.Unsafe(given) // our own array, so reading it cannot fail
	s.resolve, s.reject = safejs.Safe(kept.Index(0)), safejs.Safe(kept.Index(1))
	if s.Value, err = New("Object"); err != nil {
		return nil, err
	}
	for name, value := range map[string]safejs.Value{"promise": s.promise, "resolve": s.resolve, "reject": s.reject} {
		if err := s.Value.Set(name, value); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// bundleSettler is the deferred of work, whose promise can be aborted.
func bundleSettler() (*Settler, error) {
	bundle, err := bundle()
	if err != nil {
		return nil, err
	}
	_, deferred, onAbort, err := startWork(bundle)
	if err != nil {
		return nil, err
	}
	s, err := SettlerOf("the bundle's deferred", deferred)
	if err == nil {
		s.onAbort = onAbort
	}
	return s, err
}

// SettlerOf is one of the page's. The error names the argument.
func SettlerOf(argument string, value safejs.Value) (*Settler, error) {
	if !IsObject(value) {
		return nil, notDeferred(argument, value)
	}
	s := &Settler{Value: value, onAbort: safejs.Undefined()}
	for i, to := range []*safejs.Value{&s.resolve, &s.reject, &s.notify} {
		name := []string{"resolve", "reject", "notify"}[i]
		fn, err := Get(value, name)
		if err != nil {
			return nil, err
		}
		*to = fn
		if name != "notify" && TypeOf(fn) != safejs.TypeFunction {
			return nil, notDeferred(argument, value)
		}
	}
	if TypeOf(s.notify) != safejs.TypeFunction {
		s.notify = safejs.Undefined()
	}
	s.promise = value
	if _, is, err := Then(value); is || err != nil {
		return s, err
	}
	promise, err := Get(value, "promise")
	if err == nil && TypeOf(promise) == safejs.TypeFunction { // jQuery's is a method
		promise, err = apply(promise, value)
	}
	if err != nil {
		return nil, err
	}
	s.promise = promise
	_, is, err := Then(promise)
	if err == nil && !is {
		err = notDeferred(argument, value)
	}
	return s, err
}

func notDeferred(argument string, value safejs.Value) error {
	return Wrong(argument, "a deferred, with resolve, reject and a promise", value)
}

// Hear has the Listener hear what becomes of the deferred: inside resolve and reject, if it calls back at once as
// jQuery's do; in a microtask if there is only its then. It counts as live until the deferred settles or forget is called.
func (s *Settler) Hear(hear Listener) (forget func(), err error) {
	id := remember(hear)
	forget = func() { take(id) }
	for what, method := range []string{Done: "done", Failed: "fail", Progress: "progress"} {
		add, err := Get(s.promise, method)
		if err == nil && TypeOf(add) != safejs.TypeFunction {
			if what == Done {
				forget()
				return s.hearByThen(hear)
			}
			continue
		}
		var listener safejs.Value
		if err == nil {
			listener, err = bind(id, what)
		}
		if err == nil {
			_, err = apply(add, s.promise, listener)
		}
		if err != nil {
			forget()
			return nil, err
		}
	}
	return forget, nil
}

func (s *Settler) hearByThen(hear Listener) (forget func(), err error) {
	then, _, err := Then(s.promise)
	if err != nil {
		return nil, err
	}
	stop := Listen(s.promise, then, hear)
	return func() { stop(nil) }, nil
}

// Resolve resolves the deferred. What its callbacks in the page throw is reported.
func (s *Settler) Resolve(values ...any) { s.call(s.resolve, values) }

// Reject rejects the deferred with the page's value for err: see Thrown.
func (s *Settler) Reject(err error) { s.call(s.reject, []any{Thrown(err)}) }

// Notify passes progress on, where the deferred has that.
func (s *Settler) Notify(values ...any) {
	if !s.notify.IsUndefined() {
		s.call(s.notify, values)
	}
}

// call calls a method as one, for a deferred of the page's own class.
func (s *Settler) call(method safejs.Value, values []any) {
	if _, err := apply(method, s.Value, values...); err != nil {
		Report(err)
	}
}

// HasProgress tells whether the deferred can be notified.
func (s *Settler) HasProgress() bool { return !s.notify.IsUndefined() }

// OnAbort has stop called with the reason, an *Error, if the page aborts a deferred that NewSettler has made with the
// bundle. It is to be called once at most. Until forget is called, stop counts as live.
func (s *Settler) OnAbort(stop func(reason error)) (forget func(), err error) {
	if s.onAbort.IsUndefined() {
		return func() {}, nil
	}
	function, forget, err := once(func(values []safejs.Value) { stop(Reason(values)) })
	if err == nil {
		_, err = apply(s.onAbort, safejs.Undefined(), function)
	}
	return forget, err
}

// CanAbort tells whether the page's deferred, or its promise, has an abort.
func (s *Settler) CanAbort() bool {
	_, abort := s.aborter()
	return !abort.IsUndefined()
}

// Abort aborts the page's deferred, where that can be.
func (s *Settler) Abort(reason error) {
	if of, abort := s.aborter(); !abort.IsUndefined() {
		if _, err := apply(abort, of, Thrown(reason)); err != nil {
			Report(err)
		}
	}
}

func (s *Settler) aborter() (of, abort safejs.Value) {
	for _, of := range []safejs.Value{s.Value, s.promise} {
		if abort, err := Get(of, "abort"); err == nil && TypeOf(abort) == safejs.TypeFunction {
			return of, abort
		}
	}
	return safejs.Undefined(), safejs.Undefined()
}
