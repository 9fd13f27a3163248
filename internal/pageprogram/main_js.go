// Command pageprogram is the Go program of e2e/pages/program: it exports what those tests call.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"syscall/js"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/page"
)

func main() {
	for name, fn := range map[string]page.Func{
		"echo": func(_ context.Context, args deferred.Args) (any, error) { return args, nil },
		"add":  add, "first": first, "fail": fail, "forever": forever, "cause": cause, "count": count, "call": call,
		"await": await, "work": work, "make": makeFunction, "late": late, "panic": panics, "print": printed, "live": live,
		"promises": promises, "endless": endless, "crash": crash,
		"compute": compute, "again": again, "scope": scope, "find": find, "documentReady": documentReady,
		"reject": reject, "dispatch": dispatch, "where": where, "span": span, "primes": primes, "exitAfter": exitAfter,
		"panicOutside": panicOutside, "exit": exit, "get": get, "wait": wait, "deep": deep,
	} {
		page.Export(name, fn)
	}
	page.Export("double", func(_ context.Context, args deferred.Args) (any, error) {
		list, err := args.Float32s(0)
		for i := range list {
			list[i] *= 2
		}
		return list, err
	})
	page.Export("nested", func(ctx context.Context, args deferred.Args) (any, error) {
		_, err := args.At(0).Invoke()
		deferred.Notify(ctx, "after")
		return nil, err
	})
	// Beside these, the same by hand.
	page.Export("byHand", func(context.Context, deferred.Args) (any, error) {
		return map[string]any{"add": addByHand(), "double": doubleByHand()}, nil
	})
	if begin() {
		page.Run()
	}
}

// begin does what the page's global pageprogram asks for, if there is one: it counts starts, and says how the program
// ends before it is ready. For a worker, the query of its script's address says so. It returns whether the program goes
// on.
func begin() bool {
	asked := js.Global().Get("pageprogram")
	if asked.IsUndefined() {
		location := js.Global().Get("location")
		if location.IsUndefined() || !js.Global().Get("document").IsUndefined() {
			return true
		}
		query := js.Global().Call("decodeURIComponent", location.Get("search"))
		return beginAs(strings.TrimPrefix(query.String(), "?"))
	}
	asked.Set("starts", asked.Get("starts").Int()+1)
	return beginAs(asked.Get("ends").String())
}

// beginAs ends the program as how says, or returns whether it goes on.
func beginAs(how string) bool {
	switch how {
	case "by returning":
		return false
	case "by a panic":
		panic("while it starts")
	case "late":
		time.Sleep(time.Millisecond)
		os.Exit(3)
	case "as soon as it is ready":
		go os.Exit(3)
	}
	return true
}

func add(_ context.Context, args deferred.Args) (any, error) {
	a, err := args.Int(0)
	if err != nil {
		return nil, err
	}
	b, err := args.Int(1)
	return a + b, err
}

func first(_ context.Context, args deferred.Args) (any, error) { return args.At(0), nil }

// coded is an error with a name and fields of its own.
type coded struct{ code string }

func (c coded) Error() string         { return "it has the code " + c.code }
func (c coded) PageErrorName() string { return "CodedError" }
func (c coded) PageErrorFields() map[string]any {
	return map[string]any{"code": c.code, "list": []any{1, "two"}}
}

func fail(ctx context.Context, args deferred.Args) (any, error) {
	how, err := args.String(0)
	if err != nil {
		return nil, err
	}
	switch how {
	case "plain":
		return nil, errors.New("plain")
	case "wrapped":
		return nil, fmt.Errorf("outer: %w", coded{"inner"})
	case "joined":
		return nil, errors.Join(errors.New("one"), coded{"two"})
	case "deadline":
		ctx, cancel := context.WithTimeout(ctx, time.Millisecond)
		defer cancel()
		<-ctx.Done()
		return nil, ctx.Err()
	case "canceled":
		return nil, context.Canceled
	case "value":
		return struct{ X int }{1}, nil // which no page can have
	}
	return nil, coded{how}
}

// ended are the causes of the calls of forever that were aborted.
var ended []error

func forever(ctx context.Context, _ deferred.Args) (any, error) {
	<-ctx.Done()
	ended = append(ended, context.Cause(ctx))
	return nil, ctx.Err()
}

// cause answers and forgets what forever has ended with.
func cause(context.Context, deferred.Args) (any, error) {
	all := deferred.Args{}
	for _, err := range ended {
		all = append(all, deferred.ErrorToJS(err))
	}
	ended = nil
	return all, nil
}

// count notifies of 1 to n, and of n words at last.
func count(ctx context.Context, args deferred.Args) (any, error) {
	n, err := args.Int(0)
	if err != nil {
		return nil, err
	}
	for i := range n {
		deferred.Notify(ctx, i+1)
	}
	deferred.Notify(ctx, deferred.Args(args))
	return n, nil
}

// call calls a function of the page's. What it throws is the error.
func call(_ context.Context, args deferred.Args) (any, error) {
	return args.At(0).Invoke()
}

func await(ctx context.Context, args deferred.Args) (any, error) {
	return deferred.AwaitJS(ctx, args.At(0))
}

// work answers a promise of Go's, in an object so that it is not adopted.
func work(_ context.Context, args deferred.Args) (any, error) {
	promise, err := deferred.ToJS(deferred.Go(context.Background(), func(ctx context.Context) (deferred.Args, error) {
		deferred.Notify(ctx, "begun")
		return deferred.AwaitJS(ctx, args.At(0))
	}))
	return map[string]any{"promise": promise}, err
}

// promises answers, for each argument, a promise of Go's that is resolved with it, all in one object.
func promises(_ context.Context, args deferred.Args) (any, error) {
	all := []any{}
	for _, arg := range args {
		d := deferred.New[safejs.Value]()
		promise, err := deferred.ToJS(d.Promise())
		if err != nil {
			return nil, err
		}
		d.Resolve(arg)
		all = append(all, map[string]any{"promise": promise})
	}
	return all, nil
}

// endless answers an iterable and a stream, which give 1 and then nothing any more.
func endless(context.Context, deferred.Args) (any, error) {
	iterable, err := deferred.AsyncIterable(func(yield func(int, error) bool) {
		yield(1, nil)
		select {}
	})
	if err != nil {
		return nil, err
	}
	reader, writer := io.Pipe()
	go func() { _, _ = writer.Write([]byte{1}) }()
	stream, err := deferred.ReadableStream(reader)
	return deferred.Args{iterable, stream}, err
}

// makeFunction answers a function made by Export, and one that releases it.
func makeFunction(context.Context, deferred.Args) (any, error) {
	function, release, err := deferred.Export(first)
	if err != nil {
		return nil, err
	}
	free, _, err := deferred.Export(func(context.Context, deferred.Args) (any, error) { release(); return nil, nil })
	return deferred.Args{function, free}, err
}

func late(_ context.Context, args deferred.Args) (any, error) {
	name, err := args.String(0)
	if err == nil {
		page.Export(name, first)
	}
	return nil, err
}

func panics(context.Context, deferred.Args) (any, error) {
	var nothing *coded
	return nothing.code, nil
}

func printed(_ context.Context, args deferred.Args) (any, error) {
	text, err := args.String(0)
	fmt.Print(text)
	fmt.Fprint(os.Stderr, text)
	return nil, err
}

// live answers how much there is of what must not be left: callbacks and calls, goroutines, bytes of the heap.
func live(context.Context, deferred.Args) (any, error) {
	runtime.GC()
	runtime.GC() // what the first has finalised
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return map[string]int{"callbacks": seam.Live(), "goroutines": runtime.NumGoroutine(), "heap": int(m.HeapAlloc)}, nil
}

// reject makes a promise of the platform's that is rejected with the argument, and leaves it alone.
func reject(_ context.Context, args deferred.Args) (any, error) {
	_, err := safejs.Safe(js.Global().Get("Promise")).Call("reject", args.At(0))
	return nil, err
}

// dispatch sends an event of a name to the global scope.
func dispatch(_ context.Context, args deferred.Args) (any, error) {
	js.Global().Call("dispatchEvent", js.Global().Get("Event").New(safejs.Unsafe(args.At(0))))
	return nil, nil
}

func panicOutside(context.Context, deferred.Args) (any, error) {
	go func() { panic("outside any call") }()
	select {}
}

// crash reads x of an object, in the way that skips Go's deferred functions if a getter throws.
func crash(_ context.Context, args deferred.Args) (any, error) {
	return safejs.Unsafe(args.At(0)).Get("x"), nil
}

func exit(_ context.Context, args deferred.Args) (any, error) {
	code, err := args.Int(0)
	if err == nil {
		os.Exit(code)
	}
	return nil, err
}

// primes counts the prime numbers below n, slowly.
func primes(_ context.Context, args deferred.Args) (any, error) {
	n, err := args.Int(0)
	count := 0
	for i := 2; i < n; i++ {
		prime := true
		for d := 2; d*d <= i && prime; d++ {
			prime = i%d != 0
		}
		if prime {
			count++
		}
	}
	return count, err
}

// exitAfter answers at once, and ends the program when a promise of the page's has settled.
func exitAfter(_ context.Context, args deferred.Args) (any, error) {
	go func() {
		_, _ = deferred.AwaitJS(context.Background(), args.At(0))
		os.Exit(3)
	}()
	return nil, nil
}

func get(ctx context.Context, args deferred.Args) (any, error) {
	url, err := args.String(0)
	if err != nil {
		return nil, err
	}
	resp, err := ajax.Get(ctx, url)
	if err != nil {
		return nil, err
	}
	return resp.TextValue()
}

func wait(ctx context.Context, args deferred.Args) (any, error) {
	ms, err := args.Float(0)
	if err != nil {
		return nil, err
	}
	select {
	case <-time.After(time.Duration(ms * float64(time.Millisecond))):
	case <-ctx.Done():
	}
	return nil, ctx.Err()
}

// compute keeps its thread busy for some ms.
func compute(_ context.Context, args deferred.Args) (any, error) {
	ms, err := args.Float(0)
	if err != nil {
		return nil, err
	}
	for begun := time.Now(); time.Since(begun) < time.Duration(ms*float64(time.Millisecond)); {
	}
	return ms, nil
}

// identity tells one instance of the program from another.
var identity = rand.Uint32()

// where answers the identity and two arguments.
func where(_ context.Context, args deferred.Args) (any, error) {
	return []any{identity, args.At(0), args.At(1)}, nil
}

// span computes for some ms, and answers who did it, and from when to when.
func span(ctx context.Context, args deferred.Args) (any, error) {
	begun := time.Now()
	_, err := compute(ctx, args)
	return []any{identity, begun.UnixMilli(), time.Now().UnixMilli()}, err
}

// bytes are what again answers each time.
var bytes = safejs.Safe(js.Global().Get("Uint8Array").New(1 << 20))

func again(context.Context, deferred.Args) (any, error) { return bytes, nil }

// scope answers the global object, in a list.
func scope(context.Context, deferred.Args) (any, error) {
	return []safejs.Value{safejs.Global()}, nil
}

func find(_ context.Context, args deferred.Args) (any, error) {
	found, err := dom.Find(args.At(0))
	return len(found), err
}

func documentReady(ctx context.Context, _ deferred.Args) (any, error) { return nil, dom.Ready(ctx) }

// deep calls a function of the page's from a callback of the page's.
func deep(_ context.Context, args deferred.Args) (any, error) {
	var owner seam.Owner
	function, err := owner.Func(func(safejs.Value, []safejs.Value) (any, error) { return "from Go", nil })
	return deferred.Args{function}, err
}
