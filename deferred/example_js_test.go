package deferred_test

import (
	"context"
	"errors"
	"fmt"
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
	// a page has no value for a struct { Name string }
}
