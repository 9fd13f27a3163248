// Command byhand is size/programs/godeferred without godeferred: a promise, a request by fetch, a timeout, and the
// page's signal, on safejs and fmt.
package main

import (
	"fmt"
	"time"

	"github.com/hack-pad/safejs"
)

// settled is what a promise of the page's ends with.
type settled struct {
	value safejs.Value
	err   error
}

// await waits for a promise.
func await(promise safejs.Value) (safejs.Value, error) {
	ended := make(chan settled, 1)
	done, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		ended <- settled{value: args[0]}
		return nil
	})
	if err != nil {
		return promise, err
	}
	defer done.Release()
	failed, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		text, err := args[0].Get("message")
		if err != nil {
			ended <- settled{err: err}
			return nil
		}
		message, err := text.String()
		ended <- settled{err: fmt.Errorf("the request failed: %s (%w)", message, err)}
		return nil
	})
	if err != nil {
		return promise, err
	}
	defer failed.Release()
	if _, err := promise.Call("then", done, failed); err != nil {
		return promise, err
	}
	s := <-ended
	return s.value, s.err
}

func news(url string, signal safejs.Value) (safejs.Value, error) {
	controller, err := safejs.MustGetGlobal("AbortController").New()
	if err != nil {
		return controller, err
	}
	abort, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		_, _ = controller.Call("abort")
		return nil
	})
	if err != nil {
		return controller, err
	}
	defer abort.Release()
	if signal.Type() == safejs.TypeObject {
		if _, err := signal.Call("addEventListener", "abort", abort); err != nil {
			return signal, err
		}
	}
	timer := time.AfterFunc(5*time.Second, func() { _, _ = controller.Call("abort") })
	defer timer.Stop()
	own, err := controller.Get("signal")
	if err != nil {
		return own, err
	}
	promise, err := safejs.Global().Call("fetch", url, map[string]any{"signal": own})
	if err != nil {
		return promise, err
	}
	response, err := await(promise)
	if err != nil {
		return response, err
	}
	status, err := response.Get("status")
	if err != nil {
		return status, err
	}
	if code, err := status.Int(); err != nil || code != 200 {
		return status, fmt.Errorf("%s answered %d", url, code)
	}
	if promise, err = response.Call("json"); err != nil {
		return promise, err
	}
	return await(promise)
}

func main() {
	function, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		url, err := args[0].String()
		if err != nil {
			return nil
		}
		signal := safejs.Undefined()
		if len(args) > 1 {
			signal, _ = args[1].Get("signal")
		}
		var executor safejs.Func
		executor, err = safejs.FuncOf(func(_ safejs.Value, settle []safejs.Value) any {
			go func() {
				defer executor.Release()
				value, err := news(url, signal)
				if err != nil {
					_, _ = settle[1].Invoke(err.Error())
					return
				}
				_, _ = settle[0].Invoke(value)
			}()
			return nil
		})
		if err != nil {
			return nil
		}
		promise, err := safejs.MustGetGlobal("Promise").New(executor)
		if err != nil {
			return nil
		}
		return promise
	})
	if err != nil {
		panic(err)
	}
	if err := safejs.Global().Set("news", function); err != nil {
		panic(err)
	}
	select {}
}
