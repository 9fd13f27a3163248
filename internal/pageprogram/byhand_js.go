package main

import "syscall/js"

// addByHand is add as Go programs write it that have no library: a promise with functions that are released when it
// has settled. `go run ./bench -parts program` in e2e compares the two.
func addByHand() js.Func {
	promise := js.Global().Get("Promise")
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		a, b := args[0].Int(), args[1].Int()
		var executor js.Func
		executor = js.FuncOf(func(_ js.Value, settle []js.Value) any {
			resolve := settle[0]
			go func() {
				defer executor.Release()
				resolve.Invoke(a + b)
			}()
			return nil
		})
		return promise.New(executor)
	})
}

// doubleByHand reads and writes numbers one by one.
func doubleByHand() js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		list := make([]float32, args[0].Length())
		for i := range list {
			list[i] = 2 * float32(args[0].Index(i).Float())
		}
		answer := js.Global().Get("Float32Array").New(len(list))
		for i, x := range list {
			answer.SetIndex(i, x)
		}
		return js.Global().Get("Promise").Call("resolve", answer)
	})
}
