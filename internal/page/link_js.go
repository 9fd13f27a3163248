package page

import (
	"context"
	"errors"
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/handshake"
)

// The link is to the script that has started this program, if it was godeferred's. Calls of exported
// functions, and promises made for the page, have numbers that both sides know them by: Go hears of calls by
// one function and of aborts by another, and settles by the script's settle. So none of them makes a function
// that somebody would have to release. The other half is web/src/program/calls.js.

// How a promise goes on. The page gets 4 times its number, plus this.
const (
	resolved = iota
	rejected
	notified
	written // resolved with JSON, whose address and length follow
)

// maxFuncs is how many functions there can be: the page sends a call's number times this, plus the function's.
const maxFuncs = 1 << 20

// A Func is a Go function that the page calls and gets a promise of. It runs in a goroutine of its own, and
// answers all the values that the promise resolves with. notify is the promise's progress.
type Func func(ctx context.Context, args []safejs.Value, notify func(values ...any)) ([]any, error)

var link = struct {
	sync.Mutex
	bridge, settle, open, make, free, object, number, fields js.Value

	funcs  map[int]Func
	unused []int                      // numbers of functions that were released
	ends   map[int]func(reason error) // of calls and promises, for an abort
	opened int                        // the last number of a promise: they are even and above the script's base, those of calls odd
}{bridge: handshake.Bridge(), funcs: map[int]Func{}, ends: map[int]func(error){}}

// init links the program before its main function begins.
func init() {
	if !Linked() {
		return
	}
	link.opened = link.bridge.Get("base").Int()
	for name, to := range map[string]*js.Value{
		"settle": &link.settle, "open": &link.open, "make": &link.make, "free": &link.free, "object": &link.object, "number": &link.number,
		"fields": &link.fields,
	} {
		*to = link.bridge.Get(name)
	}
	for name, handle := range map[string]func(number int, args []safejs.Value){"start": startCall, "abort": abortByNumber, "drop": dropObject} {
		// The number is this, as in bind. These functions live as long as the program, and have no owner.
		f, err := rawFunc(func(this safejs.Value, args []safejs.Value) any {
			collectSoon()
			number := numberOf(safejs.Unsafe(this))
			_, _ = contain(func() (struct{}, error) { handle(number, args); return struct{}{}, nil }) // which has reported a panic
			return nil
		})
		if err != nil {
			panic(err)
		}
		link.bridge.Set(name, safejs.Unsafe(f.Value()))
	}
	// For devtools.mjs, which shows it.
	f, err := rawFunc(func(safejs.Value, []safejs.Value) any { return Live() })
	if err != nil {
		panic(err)
	}
	link.bridge.Set("live", safejs.Unsafe(f.Value()))
}

// Linked tells whether godeferred's script has started this program.
func Linked() bool { return !link.bridge.IsUndefined() }

// Up tells the script that the program is ready.
func Up() { link.bridge.Call("up") }

// Name has the page call a function that Export has made as godeferred.go.name from now on.
func Name(name string, function safejs.Value) {
	link.bridge.Call("export", name, safejs.Unsafe(function))
}

// exportLinked makes a page function of fn. Once it is released, the page's calls of it reject.
func exportLinked(fn Func) (function safejs.Value, release func()) {
	number := addFunc(fn)
	live.Add(1)
	made := link.make.Invoke(number)
	return safejs.Safe(made), sync.OnceFunc(func() {
		live.Add(-1)
		link.free.Invoke(made)
		link.Lock()
		defer link.Unlock()
		delete(link.funcs, number)
		link.unused = append(link.unused, number)
	})
}

func addFunc(fn Func) (number int) {
	link.Lock()
	defer link.Unlock()
	if last := len(link.unused) - 1; last >= 0 {
		number, link.unused = link.unused[last], link.unused[:last]
	} else if number = len(link.funcs); number == maxFuncs {
		panic("the page has got more than a million functions that were not released")
	}
	link.funcs[number] = fn
	return number
}

// startCall begins a call in a goroutine of its own.
func startCall(number int, args []safejs.Value) {
	call := number / maxFuncs
	ctx, cancel := context.WithCancelCause(context.Background())
	link.Lock()
	fn := link.funcs[number%maxFuncs]
	link.Unlock()
	keepEnd(call, cancel)
	notify := func(values ...any) { settle(call, notified, values) }
	go func() {
		growStack()
		Protect(func() ([]any, error) { return fn(ctx, args, notify) }, func(values []any, err error) {
			err = Outcome(ctx, err)
			takeEnd(call)
			cancel(nil)
			if err != nil {
				settle(call, rejected, Reasons(err))
			} else {
				settle(call, resolved, values)
			}
		})
	}()
}

// growStack gives a new goroutine the stack that most calls need, while there is nothing on it that would have to be
// copied: 4 µs of the 25 that a call takes.
//
//go:noinline
func growStack() byte {
	var room [4096]byte
	return room[stackIndex]
}

var stackIndex int // a variable, so that the compiler does not leave the array out

// abortByNumber ends the context of a call, or the work behind a promise that was made for the page.
func abortByNumber(number int, args []safejs.Value) {
	if end := takeEnd(number); end != nil {
		end(Reason(args))
	}
}

// keepEnd has end called if the page aborts the call or the promise. It counts as live until takeEnd.
func keepEnd(number int, end func(reason error)) {
	link.Lock()
	defer link.Unlock()
	link.ends[number] = end
	live.Add(1)
}

// takeEnd forgets what an abort calls, and returns it; nil if it was forgotten before.
func takeEnd(number int) func(error) {
	link.Lock()
	defer link.Unlock()
	end, is := link.ends[number]
	if is {
		delete(link.ends, number)
		live.Add(-1)
	}
	return end
}

// openPromise makes a promise that settle goes on with, by its number.
func openPromise() (promise safejs.Value, number int) {
	link.Lock()
	link.opened += 2
	number = link.opened
	link.Unlock()
	return safejs.Safe(link.open.Invoke(number)), number
}

// settle has the page's promise go on. What its callbacks throw, the page reports.
func settle(number, how int, values []any) {
	if len(values) == 1 {
		if text, is := values[0].(JSON); is {
			settleWritten(number, text)
			return
		}
	}
	all := make([]any, 1, 1+len(values))
	all[0] = 4*number + how
	for _, v := range values {
		if value, is := v.(safejs.Value); is {
			v = safejs.Unsafe(value)
		}
		all = append(all, v)
	}
	if _, err := invoke(link.settle, all...); err != nil {
		Report(err)
	}
}

// Outcome is what a function that was called with ctx has failed with: the cause of ctx's end where it says no
// more than that ctx has ended. A panic is reported.
func Outcome(ctx context.Context, err error) (outcome error) {
	if p, panicked := err.(*PanicError); panicked {
		Report(p)
		return err
	}
	defer func() {
		if recover() != nil {
			outcome = err // its Unwrap or Is has panicked; Thrown tells of that
		}
	}()
	if cause := context.Cause(ctx); cause != nil && errors.Is(err, context.Canceled) {
		return cause
	}
	return err
}
