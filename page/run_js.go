package page

import (
	"context"
	"errors"
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/handshake"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/runtime"
)

// The rules are there as soon as the program has begun, before main: requests and animations of the page
// need not wait for what the program does until Run.
func init() { runtime.Start() }

// How a call goes on, as web/src/program/calls.js has it; spread is added where the value is an array of all
// arguments.
const (
	resolved = iota
	rejected
	notified
	spread = 4
)

// Run tells the page that the program is ready, and what it exports, and never returns: a program that has
// ended can be called no more. godeferred.ready waits for it.
//
// Under a loader other than godeferred.js, and where a program runs that is no page's runtime, it panics:
// nobody could call what it exports.
func Run() {
	bridge := handshake.Bridge()
	if bridge.IsUndefined() {
		panic("page.Run: no godeferred.js has started this program; load it by the script's data-wasm or by load({ wasm })")
	}
	c := &calls{settle: safejs.Safe(bridge.Get("settle")), ends: map[int]context.CancelCauseFunc{}}
	var owner seam.Owner // of the functions that live as long as the program
	start, err := owner.Async(c.start)
	if err == nil {
		var abort safejs.Value
		if abort, err = owner.Async(c.abort); err == nil {
			c.up(bridge, start, abort)
			select {}
		}
	}
	panic("page.Run: " + err.Error())
}

// calls are those of the page that have not ended.
type calls struct {
	settle safejs.Value // (call, how, ...values): the page's
	mu     sync.Mutex
	ends   map[int]context.CancelCauseFunc // by the page's number of the call
}

func (c *calls) up(bridge js.Value, start, abort safejs.Value) {
	exports.Lock()
	defer exports.Unlock()
	names := js.Global().Get("Array").New()
	for i, name := range exports.names {
		names.SetIndex(i, name)
	}
	bridge.Call("up", names, safejs.Unsafe(start), safejs.Unsafe(abort))
	exports.add = func(name string) { names.Call("push", name) }
}

// start begins a call. The arguments are its number, the function's, and those of the page's call.
func (c *calls) start(args []safejs.Value) safejs.Value {
	call, err := args[0].Int()
	if err != nil {
		return safejs.Undefined()
	}
	number, err := args[1].Int()
	if err != nil {
		return safejs.Undefined()
	}
	fn := exported(number)
	ctx, cancel := context.WithCancelCause(seam.WithNotify(context.Background(), func(v any) { c.tell(call, notified, v) }))
	c.mu.Lock()
	c.ends[call] = cancel
	c.mu.Unlock()
	given := deferred.Args(args[2:])
	go seam.Protect(func() (any, error) { return fn(ctx, given) }, func(v any, err error) {
		cause := context.Cause(ctx)
		c.end(call, nil)
		switch p, panicked := err.(*seam.PanicError); {
		case err == nil:
			c.tell(call, resolved, v)
			return
		case panicked:
			seam.Report(p)
		case errors.Is(err, context.Canceled) && cause != nil:
			err = cause
		}
		c.tell(call, rejected, err)
	})
	return safejs.Undefined()
}

// abort ends the context of a call: its number, and the page's reason.
func (c *calls) abort(args []safejs.Value) safejs.Value {
	if call, err := args[0].Int(); err == nil {
		c.end(call, seam.AsError(args[1]))
	}
	return safejs.Undefined()
}

func (c *calls) end(call int, cause error) {
	c.mu.Lock()
	cancel := c.ends[call]
	delete(c.ends, call)
	c.mu.Unlock()
	if cancel != nil {
		cancel(cause)
	}
}

// tell has the page's promise go on with a value. What no page can have is an error in its place.
func (c *calls) tell(call, how int, v any) {
	value, err := deferred.Value(v)
	if err != nil {
		how, value = rejected, seam.Thrown(err)
	} else if _, many := v.(deferred.Args); many {
		how += spread
	}
	if _, err := c.settle.Invoke(call, how, value); err != nil {
		seam.Report(seam.Caught(err))
	}
}
