package deferred_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
)

func ExampleAwaitJS() {
	promise, _ := safejs.Safe(js.Global().Get("Promise")).Call("resolve", "from the page")
	args, err := deferred.AwaitJS(context.Background(), promise)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(args.String(0))
	// Output: from the page <nil>
}

func ExampleFromJS() {
	promise, _ := safejs.Safe(js.Global().Get("Promise")).Call("reject", "no answer")
	_, err := deferred.FromJS(promise).Await(context.Background())
	var page *deferred.PageError
	fmt.Println(errors.As(err, &page), page.Message)
	// Output: true no answer
}

func ExampleExport() {
	half, release, err := deferred.Export(func(ctx context.Context, args deferred.Args) (any, error) {
		n, err := args.Int(0)
		if err != nil {
			return nil, err // a TypeError in the page
		}
		return n / 2, nil // this may wait: it is a goroutine
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer release()
	// In a page: half(10).then(…), await half("ten")
	for _, arg := range []any{10, "ten"} {
		promise, _ := half.Invoke(arg)
		args, err := deferred.AwaitJS(context.Background(), promise)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(args.Int(0))
	}
	// Output:
	// 5 <nil>
	// TypeError: argument 1 must be a whole number, not "ten"
}

func ExampleToJS() {
	promise, err := deferred.ToJS(deferred.Resolved([]string{"a", "b"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	// The page has it now, and here it comes back.
	args, err := deferred.AwaitJS(context.Background(), promise)
	fmt.Println(safejs.Unsafe(args.At(0)).Call("join", "+"), err)
	// Output: a+b <nil>
}

func ExampleValue() {
	value, err := deferred.Value(map[string]any{"name": "x", "sizes": []int{1, 2}})
	fmt.Println(js.Global().Get("JSON").Call("stringify", safejs.Unsafe(value)).String() != "", err)
	_, err = deferred.Value(struct{ Name string }{"x"})
	fmt.Println(err)
	// Output:
	// true <nil>
	// a page has no value for a struct { Name string }: give it a method PageValue() (any, error), or use a map of its fields
}

func ExampleSlice() {
	typed := safejs.Safe(js.Global().Get("Float32Array").Call("of", 0.5, 2))
	samples, err := deferred.Slice[float32](typed)
	fmt.Println(samples, err)
	_, err = deferred.Slice[int](typed)
	fmt.Println(err)
	// Output:
	// [0.5 2] <nil>
	// item 1 of value must be a whole number that Go's int holds, not 0.5
}

func ExampleTypedArray() {
	value, err := deferred.TypedArray([]int64{1 << 60})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(js.Global().Call("String", safejs.Unsafe(value)))
	// Output: 1152921504606846976
}

func ExampleBigInt() {
	id, err := deferred.BigInt(uint64(1) << 63)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(deferred.Args{id}.Uint64(0))
	// Output: 9223372036854775808 <nil>
}

func ExampleArgs_Bytes() {
	args := deferred.Args{safejs.Safe(js.Global().Get("Uint16Array").Call("of", 1, 258))}
	fmt.Println(args.Bytes(0))
	_, err := args.Bytes(1)
	fmt.Println(err)
	// Output:
	// [1 0 2 1] <nil>
	// argument 2 must be an ArrayBuffer, a typed array or a DataView, not undefined
}

// A Price is what the page sees as {cents, currency}.
type Price struct {
	Cents    int
	Currency string
}

func (p Price) PageValue() (any, error) {
	return map[string]any{"cents": p.Cents, "currency": p.Currency}, nil
}

func ExampleValuer() {
	value, err := deferred.Value([]Price{{250, "EUR"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(safejs.Unsafe(value).Index(0).Get("cents").Int())
	// Output: 250
}

func ExampleIterate() {
	set := safejs.Safe(js.Global().Get("Set").New(js.ValueOf([]any{"a", "b"})))
	for value, err := range deferred.Iterate(context.Background(), set) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(value.String())
	}
	// Output:
	// a <nil>
	// b <nil>
}

func ExampleAsyncIterable() {
	lines, err := deferred.AsyncIterable(func(yield func(string, error) bool) {
		for _, line := range []string{"first", "second"} {
			if !yield(line, nil) {
				return // the page has left its loop
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	// In a page: for await (const line of lines) …
	for line, err := range deferred.Iterate(context.Background(), lines) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(line.String())
	}
	// Output:
	// first <nil>
	// second <nil>
}

func ExampleReadableStream() {
	stream, err := deferred.ReadableStream(strings.NewReader("from Go"))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := js.Global().Get("Response").New(safejs.Unsafe(stream)).Call("text")
	args, err := deferred.AwaitJS(context.Background(), safejs.Safe(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(args.String(0))
	// Output: from Go <nil>
}

func ExampleNewReader() {
	stream := safejs.Safe(js.Global().Get("Response").New("from the page").Get("body"))
	r, err := deferred.NewReader(context.Background(), stream)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = r.Close() }()
	text, err := io.ReadAll(r)
	fmt.Println(string(text), err)
	// Output: from the page <nil>
}

func ExampleDeferredToJS() {
	d := deferred.New[int]()
	value, err := deferred.DeferredToJS(d, func(args deferred.Args) (int, error) { return args.Int(0) })
	if err != nil {
		fmt.Println(err)
		return
	}
	safejs.Unsafe(value).Call("resolve", 5) // the page
	fmt.Println(d.Promise().Await(context.Background()))
	// Output: 5 <nil>
}

func ExampleDeferredFromJS() {
	promise := safejs.Undefined()
	value := js.Global().Get("Object").New()
	executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
		value.Set("resolve", args[0])
		value.Set("reject", args[1])
		return nil
	})
	defer executor.Release()
	promise = safejs.Safe(js.Global().Get("Promise").New(executor))
	value.Set("promise", safejs.Unsafe(promise)) // as Promise.withResolvers() makes it

	d, err := deferred.DeferredFromJS(safejs.Safe(value))
	if err != nil {
		fmt.Println(err)
		return
	}
	d.Reject(errors.New("no answer"))
	_, err = deferred.AwaitJS(context.Background(), promise)
	fmt.Println(err)
	// Output: Error: no answer
}

func ExampleWithSignal() {
	controller := js.Global().Get("AbortController").New()
	ctx, cancel, err := deferred.WithSignal(context.Background(), safejs.Safe(controller.Get("signal")))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer cancel()
	controller.Call("abort", "the user left")
	fmt.Println(context.Cause(ctx))
	// Output: the user left
}

func ExampleSignal() {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("too late"))
	signal, release, err := deferred.Signal(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer release()
	fmt.Println(safejs.Unsafe(signal).Get("reason").Get("message"))
	// Output: too late
}
