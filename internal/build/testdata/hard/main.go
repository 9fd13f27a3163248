//go:build js && wasm

// Command hard does what asks most of the tables that the builder changes, and prints what it saw as
// JSON: collections while stacks are deep and move, panics of all kinds, names of functions.
package main

import (
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall/js"
)

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

// caught answers what fn panics with.
func caught(fn func()) (text string) {
	defer func() {
		switch p := recover().(type) {
		case nil:
			text = "no panic"
		case error:
			text = p.Error()
		case string:
			text = p
		}
	}()
	fn()
	return ""
}

var (
	nobody   *square
	anyShape shape = nobody // through the wrapper that the compiler makes for pointers
	nothing  map[string]int
	list     = []int{1}
	zero     int
	any1     any = 1
)

// panics are the kinds that the runtime finds out about, some by the names of functions.
var panics = map[string]func(){
	"nil receiver": func() { _ = anyShape.area() },
	"nil pointer":  func() { nobody.side++ },
	"index":        func() { _ = list[len(os.Args)+5] },
	"slice":        func() { _ = list[zero+3:] },
	"nil map":      func() { nothing["a"] = 1 },
	"divide":       func() { zero = 1 / zero },
	"assertion":    func() { _ = any1.(string) },
	"own":          func() { panic(errors.New("own")) },
	"closed":       func() { c := make(chan int); close(c); close(c) },
}

// dive is deep enough for the stack to grow and move, with things on it that a collection has to find.
func dive(depth int, hold *int) int {
	var ballast [24]*int
	for i := range ballast {
		n := depth + i
		ballast[i] = &n
	}
	if depth%50 == 0 {
		runtime.GC()
	}
	if depth == 0 {
		panic("the bottom")
	}
	defer func() {
		for i, p := range ballast {
			if *p != depth+i {
				panic("a stack was not scanned")
			}
		}
	}()
	return dive(depth-1, ballast[depth%24]) + *hold
}

func work(id int) int {
	made := map[string][]byte{}
	for i := range 200 {
		made[strconv.Itoa(i%50)] = make([]byte, id%7*100+i)
		if i%60 == 0 {
			runtime.Gosched()
		}
	}
	if id%25 == 0 {
		runtime.GC()
	}
	return len(made)
}

// leave leaves something to collect.
//
//go:noinline
func leave(collected chan<- bool) {
	runtime.AddCleanup(new([64]*int), func(int) { collected <- true }, 0)
}

//go:noinline
func named() (name, file string, line int) {
	pc, file, line, _ := runtime.Caller(0)
	return runtime.FuncForPC(pc).Name(), file, line
}

func trace() string {
	buffer := make([]byte, 8192)
	return string(buffer[:runtime.Stack(buffer, true)])
}

func main() {
	out := js.Global().Get("Object").New()
	for name, fn := range panics {
		for range 50 {
			out.Set(name, caught(fn))
		}
	}
	for range 5 {
		out.Set("deep", caught(func() { n := 0; dive(400, &n) }))
	}
	var all sync.WaitGroup
	sum := 0
	for id := range 500 {
		all.Go(func() { sum += work(id) })
	}
	all.Wait()
	out.Set("work", sum)
	collected := make(chan bool, 1)
	leave(collected)
	for len(collected) == 0 {
		runtime.GC()
		runtime.Gosched()
	}
	out.Set("cleanup", <-collected)
	name, file, line := named()
	out.Set("name", name)
	out.Set("file", file)
	out.Set("line", line)
	out.Set("trace", strings.Contains(trace(), "main.trace"))
	// As pages call it: from JavaScript under Go under JavaScript.
	var again js.Func
	again = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if args[0].Int()%10 == 0 {
			runtime.GC()
		}
		caught(panics["nil receiver"])
		if args[0].Int() == 0 {
			return 0
		}
		return again.Invoke(args[0].Int()-1).Int() + work(1)
	})
	out.Set("calls", again.Invoke(60))
	js.Global().Get("console").Call("log", js.Global().Get("JSON").Call("stringify", out))
}
