package main

import (
	"encoding/json"
	"syscall/js"
)

// byHand is what a Go programmer who knows syscall/js well writes for the same functions. Each answers a promise that a
// goroutine settles, as a function that can wait must.
func byHand() map[string]any {
	return map[string]any{
		"swap": promised(func(args []js.Value) any { return writeByHand(swapped(readByHand(args[0]))) }),
		"length": promised(func(args []js.Value) any {
			b := make([]byte, args[0].Get("length").Int())
			js.CopyBytesToGo(b, args[0])
			return len(b)
		}),
		"list": promised(func([]js.Value) any {
			text, err := json.Marshal(list)
			if err != nil {
				return err.Error()
			}
			return parse.Invoke(string(text))
		}),
	}
}

var (
	promiseClass = js.Global().Get("Promise")
	objectClass  = js.Global().Get("Object")
	parse        = js.Global().Get("JSON").Get("parse")
)

// promised makes one executor for all promises, since a function for each costs 10 µs: the page calls it at once.
func promised(fn func([]js.Value) any) js.Func {
	var resolve, reject js.Value
	executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
		resolve, reject = settle[0], settle[1]
		return nil
	})
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		promise := promiseClass.New(executor)
		resolve, reject := resolve, reject
		go func() {
			defer func() {
				if p, is := recover().(error); is {
					reject.Invoke(p.Error()) // a value of the wrong type
				}
			}()
			resolve.Invoke(fn(args))
		}()
		return promise
	})
}

func readByHand(value js.Value) Record {
	return Record{
		value.Get("id").Int(), value.Get("count").Int(), value.Get("rank").Int(), value.Get("name").String(), value.Get("city").String(),
		value.Get("street").String(), value.Get("remark").String(), value.Get("price").Float(), value.Get("weight").Float(), value.Get("sold").Bool(),
	}
}

func writeByHand(r Record) js.Value {
	value := objectClass.New()
	value.Set("id", r.ID)
	value.Set("count", r.Count)
	value.Set("rank", r.Rank)
	value.Set("name", r.Name)
	value.Set("city", r.City)
	value.Set("street", r.Street)
	value.Set("remark", r.Remark)
	value.Set("price", r.Price)
	value.Set("weight", r.Weight)
	value.Set("sold", r.Sold)
	return value
}
