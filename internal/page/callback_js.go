package page

import (
	"sync/atomic"

	"github.com/hack-pad/safejs"
)

// A Handler is a Go function that the page calls. It must not wait for the page: nothing else runs
// until it returns, so what it would wait for never comes: Await returns ErrWouldBlock. Work that waits
// goes through Go.
type Handler func(this safejs.Value, args []safejs.Value) (any, error)

// live counts callbacks that are made and not yet released, and what is awaited.
var live atomic.Int64

// Live returns how many callbacks are alive and how many promises are awaited, together. It is the
// measure of leaks: what starts and ends leaves it as it was.
func Live() int { return int(live.Load()) }

// An Owner releases the callbacks it has made. The zero value is ready to use.
type Owner struct {
	funcs []safejs.Func
}

// Func makes a page function of h, which lives until Release. What the page gets from it is a
// record, {value} or {error}: see funcOf.
func (o *Owner) Func(h Handler) (safejs.Value, error) {
	f, err := funcOf(h)
	if err != nil {
		return safejs.Undefined(), err
	}
	live.Add(1)
	o.funcs = append(o.funcs, f)
	return f.Value(), nil
}

// Async makes a page function of h, which lives until Release, and whose answer the page gets as it
// is, in no record: for a promise, in which h tells of all its errors. A panic in it is reported, and
// answers undefined.
func (o *Owner) Async(h func(args []safejs.Value) safejs.Value) (safejs.Value, error) {
	f, err := rawFunc(func(_ safejs.Value, args []safejs.Value) any {
		collectSoon()
		promise, _ := contain(func() (safejs.Value, error) { return h(args), nil })
		return promise
	})
	if err != nil {
		return safejs.Undefined(), err
	}
	live.Add(1)
	o.funcs = append(o.funcs, f)
	return f.Value(), nil
}

// rawFunc is the only place that makes a page function of a Go function. A panic in fn would end
// the program: all but the collector use funcOf.
func rawFunc(fn func(this safejs.Value, args []safejs.Value) any) (safejs.Func, error) {
	return safejs.FuncOf(fn)
}

// funcOf makes a page function of h. Such a function cannot throw when the page calls it, and a
// panic in it would end the program; so it answers a record, {value} or {error}, and a panic is an
// error with the stack reported.
func funcOf(h Handler) (safejs.Func, error) {
	return rawFunc(func(this safejs.Value, args []safejs.Value) any {
		collectSoon()
		record, err := contain(func() (safejs.Value, error) {
			value, err := h(this, args)
			if err != nil || value == nil {
				return empty, err
			}
			return newRecord("value", value)
		})
		if err == nil {
			return record
		}
		if record, err = newRecord("error", Thrown(err)); err != nil {
			return nil // no answer at all, then
		}
		return record
	})
}

// empty answers for what has nothing to say: most callbacks.
var empty = func() safejs.Value {
	record, err := newRecord("value", nil)
	if err != nil {
		return safejs.Undefined()
	}
	_, _ = Call(global("Object"), "freeze", record) // it is everybody's
	return record
}()

// newRecord makes {key: value}. A map given to js.FuncOf would do, but would panic, beyond any
// recover, for a value that has no counterpart in the page.
func newRecord(key string, value any) (safejs.Value, error) {
	record, err := New("Object")
	if err != nil {
		return record, err
	}
	if value == nil {
		value = safejs.Undefined()
	}
	return record, record.Set(key, value)
}

// Release lets go of all callbacks made so far. The page must not call them any more; one that is
// running may release itself. Further calls do nothing.
func (o *Owner) Release() {
	for _, f := range o.funcs {
		f.Release()
		live.Add(-1)
	}
	o.funcs = nil
}
