package page

import (
	"iter"
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// AsyncIterable makes an object that the page iterates once, by for await, as it does a generator's. seq runs in a
// goroutine from the page's first next on, and stands still between two. It ends as if its loop had been left by break
// when the page calls return. An error ends the iteration: next rejects with it. A panic does, too, and is reported.
func AsyncIterable(seq iter.Seq2[any, error]) (safejs.Value, error) {
	object, err := New("Object")
	if err != nil {
		return object, err
	}
	// Object.prototype.valueOf returns its this, and iterators are iterables of themselves.
	if _, err := invoke(reflectSet, safejs.Unsafe(object), asyncIterator, returnThis); err != nil {
		return object, err
	}
	g := &generator{seq: seq, wake: make(chan struct{}, 1)}
	g.id = answerBy(g.ask)
	if err := addQuestions(object, g.id, iteratorMethods); err != nil {
		dismiss(g.id)
		return object, err
	}
	return object, nil
}

var (
	reflectSet      = js.Global().Get("Reflect").Get("set")
	asyncIterator   = js.Global().Get("Symbol").Get("asyncIterator")
	returnThis      = js.Global().Get("Object").Get("prototype").Get("valueOf")
	iteratorMethods = map[string]int{"next": askNext, "return": askReturn}
)

// A generator runs a sequence for the page, as an async generator runs its body: what the page asks while the body
// runs waits in a queue.
type generator struct {
	seq  iter.Seq2[any, error]
	id   int
	wake chan struct{} // something is in the queue

	mu             sync.Mutex
	queue          []request
	started, ended bool
}

// A request is a call of next or return that has not been answered.
type request struct {
	what    int
	value   safejs.Value // what return was called with
	promise *Promise
}

// finish answers that nothing is left.
func (r request) finish() {
	if r.what == askNext {
		r.value = safejs.Undefined()
	}
	r.answer(r.value, true)
}

func (r request) answer(value safejs.Value, done bool) {
	result, err := newRecord("value", value)
	if err == nil {
		err = result.Set("done", done)
	}
	if err != nil {
		r.promise.Reject(Caught(err))
		return
	}
	r.promise.Resolve(result)
}

// ask is the answerer.
func (g *generator) ask(what int, args []safejs.Value) safejs.Value {
	promise, err := simplePromise()
	if err != nil {
		Report(err)
		return safejs.Undefined()
	}
	r := request{what, first(args), promise}
	g.mu.Lock()
	starts, ended := !g.started, g.ended
	g.started = true
	if !ended {
		g.queue = append(g.queue, r)
	}
	g.mu.Unlock()
	switch {
	case ended:
		r.finish()
	case starts:
		go g.run()
	default:
		select {
		case g.wake <- struct{}{}:
		default:
		}
	}
	return promise.Value
}

// take waits for the page's next request.
func (g *generator) take() request {
	for {
		g.mu.Lock()
		if len(g.queue) > 0 {
			r := g.queue[0]
			g.queue = g.queue[1:]
			g.mu.Unlock()
			return r
		}
		g.mu.Unlock()
		<-g.wake
	}
}

func (g *generator) run() {
	r := g.take()
	Protect(func() (struct{}, error) {
		if r.what == askReturn { // before the start: the body never runs
			return struct{}{}, nil
		}
		for v, err := range g.seq {
			var value safejs.Value
			if err == nil {
				value, err = Value(v)
			}
			if err != nil {
				return struct{}{}, err
			}
			r.answer(value, false)
			if r = g.take(); r.what == askReturn {
				return struct{}{}, nil
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) { g.end(r, err) })
}

// end answers the request under way, and all that wait behind it.
func (g *generator) end(r request, err error) {
	if p, panicked := err.(*PanicError); panicked {
		Report(p)
	}
	dismiss(g.id)
	g.mu.Lock()
	rest := g.queue
	g.queue, g.ended = nil, true
	g.mu.Unlock()
	if err != nil {
		r.promise.Reject(err)
	} else {
		r.finish()
	}
	for _, r := range rest {
		r.finish()
	}
}
