package page

import (
	"context"
	"iter"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Iterate iterates an async iterable, an iterable or a ReadableStream of the page's: see deferred.Iterate. The error
// for any other value names the argument.
func Iterate(ctx context.Context, argument string, iterable safejs.Value) iter.Seq2[safejs.Value, error] {
	return func(yield func(safejs.Value, error) bool) {
		it, err := iterate(ctx, argument, iterable)
		if err != nil {
			yield(safejs.Undefined(), err)
			return
		}
		defer func() { it.close(false) }() // a panic in the loop
		for {
			value, err := it.step()
			switch {
			case err != nil:
				it.close(false)
				yield(safejs.Undefined(), err)
				return
			case it.over:
				return
			case !yield(value, nil):
				it.close(true)
				return
			}
		}
	}
}

// An iteration is one of the page's iterators under way.
type iteration struct {
	ctx            context.Context
	iterator, next safejs.Value
	returns        string // the name of the method that gives up
	async          bool
	over           bool // there is nothing to give up: it has ended, thrown, or been given up
}

func iterate(ctx context.Context, argument string, iterable safejs.Value) (*iteration, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if !IsObject(iterable) {
		return nil, notIterable(argument, iterable)
	}
	it := &iteration{ctx: ctx, returns: "return", async: true}
	start, err := symbolMethod(iterable, asyncIterator)
	next := "next"
	switch {
	case err != nil:
		return nil, err
	case TypeOf(start) == safejs.TypeFunction:
	default:
		if start, err = Get(iterable, "getReader"); err != nil {
			return nil, err
		}
		if TypeOf(start) == safejs.TypeFunction { // Safari's streams were no iterables before 26.4
			next, it.returns = "read", "cancel"
			break
		}
		it.async = false
		if start, err = symbolMethod(iterable, syncIterator); err != nil {
			return nil, err
		}
		if TypeOf(start) != safejs.TypeFunction {
			return nil, notIterable(argument, iterable)
		}
	}
	if it.async && WouldBlock() {
		return nil, ErrWouldBlock
	}
	if it.iterator, err = apply(start, iterable); err != nil {
		return nil, err
	}
	if !IsObject(it.iterator) {
		return nil, Wrong("the iterator of "+argument, "an object", it.iterator)
	}
	it.next, err = Get(it.iterator, next)
	return it, err
}

var syncIterator = js.Global().Get("Symbol").Get("iterator")

func symbolMethod(of safejs.Value, symbol js.Value) (safejs.Value, error) {
	return invoke(reflectGet, safejs.Unsafe(of), symbol)
}

func notIterable(argument string, value safejs.Value) error {
	return Wrong(argument, "an iterable, an async iterable or a ReadableStream", value)
}

// step asks for the next value. An iterator that throws, or rejects, is over (ECMAScript, IteratorNext).
func (it *iteration) step() (safejs.Value, error) {
	result, err := apply(it.next, it.iterator)
	if err == nil && it.async {
		result, err = it.await(result)
	}
	if err != nil {
		it.over = !it.interrupted(err)
		return result, err
	}
	if !IsObject(result) {
		it.over = true
		return result, Wrong("the result of the iterator", "an object", result)
	}
	done, err := Get(result, "done")
	if err != nil {
		it.over = true
		return done, err
	}
	if yes, _ := invoke(toBoolean, safejs.Unsafe(done)); yes.Equal(truth) {
		it.over = true
		return safejs.Undefined(), nil
	}
	value, err := Get(result, "value")
	if err != nil {
		it.over = true
		return value, err
	}
	if !it.async { // for await waits for the promises that an iterable holds, too
		value, err = it.await(value)
	}
	return value, err
}

var (
	toBoolean = js.Global().Get("Boolean")
	truth     = safejs.Safe(js.ValueOf(true))
)

// interrupted tells whether err may be about the waiting rather than the iterator's own.
func (it *iteration) interrupted(err error) bool {
	return err == ErrWouldBlock || it.ctx.Err() != nil
}

// await is the page's await. A value that is not a thenable is returned as it is.
func (it *iteration) await(value safejs.Value) (safejs.Value, error) {
	then, is, err := Then(value)
	if err != nil || !is {
		return value, err
	}
	values, err := AwaitThen(it.ctx, value, then)
	if err != nil {
		return safejs.Undefined(), err
	}
	return first(values), nil
}

// close gives up an iterator that is not over. It waits for the end of that, if it is to and can; an error then has
// nobody left to reach, and is reported.
func (it *iteration) close(wait bool) {
	if it.over {
		return
	}
	it.over = true
	giveUp, err := Get(it.iterator, it.returns)
	if err == nil && TypeOf(giveUp) != safejs.TypeFunction {
		return
	}
	var result safejs.Value
	if err == nil {
		result, err = apply(giveUp, it.iterator)
	}
	if err == nil && it.async {
		if wait && it.ctx.Err() == nil && !WouldBlock() {
			_, err = it.await(result)
		} else {
			unheard(result)
		}
	}
	if it.returns == "cancel" {
		_, _ = Call(it.iterator, "releaseLock")
	}
	if err != nil && !it.interrupted(err) {
		Report(err)
	}
}

// unheard marks a promise as one whose rejection is expected: nobody waits for it any more.
func unheard(promise safejs.Value) {
	if then, is, err := Then(promise); is && err == nil {
		_, _ = apply(then, promise, safejs.Undefined(), safejs.Safe(toBoolean))
	}
}
