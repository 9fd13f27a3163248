package page

import (
	"context"
	"strconv"
	"sync"

	"github.com/godeferred/godeferred/deferred"
)

// A Func is a Go function that the page can call. It runs in a goroutine of its own, where it may wait.
//
// ctx ends when the page aborts the call's promise, or a signal that it gave: the first AbortSignal among
// the arguments, or the signal of an object that is the last one. Its cause is then a *deferred.PageError
// of the page's reason. ctx ends, too, when the function has returned. deferred.Notify(ctx, v) is progress
// of the call's promise.
//
// The promise ends with what the function returns:
//   - a value resolves it: see deferred.Value. A promise or thenable of the page's is adopted, as from an
//     async function. deferred.Args resolve it with all of them.
//   - an error rejects it, as deferred.Export says
//   - a panic is reported (deferred.OnReport) and rejects it; the program goes on
type Func func(ctx context.Context, args deferred.Args) (any, error)

// exports are by their numbers, which are what the page calls them by.
var exports struct {
	sync.Mutex
	names []string
	funcs []Func
	add   func(name string) // tells the page of one more, once Run has been called
}

// Export has the page call fn as godeferred.go.name. It is usually called before Run; a function that is
// exported later can be called from then on. It panics if name is empty, or "then", which would make
// godeferred.go a thenable, or is exported already, and if fn is nil: these are mistakes of the program's.
func Export(name string, fn Func) {
	exports.Lock()
	defer exports.Unlock()
	switch {
	case name == "" || name == "then":
		panic("page.Export: no function can be called " + strconv.Quote(name))
	case fn == nil:
		panic("page.Export: the function of " + strconv.Quote(name) + " is nil")
	}
	for _, other := range exports.names {
		if other == name {
			panic("page.Export: " + strconv.Quote(name) + " is exported twice")
		}
	}
	exports.names = append(exports.names, name)
	exports.funcs = append(exports.funcs, fn)
	if exports.add != nil {
		exports.add(name)
	}
}

func exported(number int) Func {
	exports.Lock()
	defer exports.Unlock()
	return exports.funcs[number]
}
