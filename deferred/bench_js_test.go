package deferred_test

import (
	"context"
	"runtime"
	"sync"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
)

// handWritten is what a program does without this package: two functions for each promise, the first
// argument alone, no context, and a rejection that is lost.
func handWritten(promise js.Value) js.Value {
	settled := make(chan js.Value, 1)
	done := js.FuncOf(func(_ js.Value, args []js.Value) any { settled <- args[0]; return nil })
	fail := js.FuncOf(func(_ js.Value, args []js.Value) any { settled <- js.Undefined(); return nil })
	defer done.Release()
	defer fail.Release()
	promise.Call("then", done, fail)
	return <-settled
}

func BenchmarkAwaitSettledPagePromise(b *testing.B) {
	promise := script(`Promise.resolve(1)`)
	b.Run("AwaitJS", func(b *testing.B) {
		for b.Loop() {
			if _, err := deferred.AwaitJS(b.Context(), promise); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("FromJS and Await", func(b *testing.B) {
		for b.Loop() {
			if _, err := deferred.FromJS(promise).Await(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("by hand", func(b *testing.B) {
		for b.Loop() {
			handWritten(safejs.Unsafe(promise))
		}
	})
}

// One operation is 10,000 goroutines, each of which waits for a promise of its own; all promises are
// pending until the last of them waits.
func BenchmarkAwaitTenThousandPagePromises(b *testing.B) {
	for name, await := range map[string]func(js.Value){
		"AwaitJS": func(promise js.Value) {
			if _, err := deferred.AwaitJS(b.Context(), safejs.Safe(promise)); err != nil {
				b.Error(err)
			}
		},
		"by hand": func(promise js.Value) { handWritten(promise) },
	} {
		b.Run(name, func(b *testing.B) { tenThousand(b, await) })
	}
}

func tenThousand(b *testing.B, await func(js.Value)) {
	const n = 10_000
	pending := safejs.Unsafe(script(`() => { let go; const all = new Promise((resolve) => { go = resolve });
		return { go, list: Array.from({ length: 10000 }, () => all.then(() => 1)) } }`))
	for b.Loop() {
		b.StopTimer()
		made := pending.Invoke()
		list, promises := made.Get("list"), make([]js.Value, n)
		for i := range promises {
			promises[i] = list.Index(i)
		}
		b.StartTimer()
		var wg sync.WaitGroup
		for _, promise := range promises {
			wg.Go(func() { await(promise) })
		}
		runtime.Gosched() // all of them run until they wait
		made.Call("go")
		wg.Wait()
	}
}

func BenchmarkExportedCall(b *testing.B) {
	function, release, err := deferred.Export(func(context.Context, deferred.Args) (any, error) { return 5, nil })
	if err != nil {
		b.Fatal(err)
	}
	defer release()
	for b.Loop() {
		promise, err := function.Invoke(1, "two")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := deferred.AwaitJS(b.Context(), promise); err != nil {
			b.Fatal(err)
		}
	}
}
