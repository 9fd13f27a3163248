package page

import (
	"context"
	"slices"
	"strconv"
	"sync"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
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
//   - an error rejects it: see deferred.ErrorToJS
//   - a panic is reported (deferred.OnReport) and rejects it; the program goes on
type Func func(ctx context.Context, args deferred.Args) (any, error)

// exports are what the page has, or gets once the script is linked.
var exports struct {
	sync.Mutex
	names []string
}

// notExported are what the language asks any object for. godeferred.go answers undefined for them.
var notExported = []string{"", "then", "toJSON", "toString", "valueOf", "constructor"}

// Export has the page call fn as godeferred.go.name. It is usually called before Run; a function that is
// exported later can be called from then on.
//
// Export panics where the program is wrong: if name is empty or one of then, toJSON, toString, valueOf and
// constructor, which the language itself asks objects for; if it is exported already; if fn is nil.
func Export(name string, fn Func) {
	exports.Lock()
	defer exports.Unlock()
	switch {
	case slices.Contains(notExported, name):
		panic("page.Export: no function can be called " + strconv.Quote(name))
	case fn == nil:
		panic("page.Export: the function of " + strconv.Quote(name) + " is nil")
	case slices.Contains(exports.names, name):
		panic("page.Export: " + strconv.Quote(name) + " is exported twice")
	}
	exports.names = append(exports.names, name)
	if !seam.Linked() {
		return // Run says so
	}
	function, _, err := deferred.Export(fn)
	if err != nil {
		panic("page.Export: " + err.Error())
	}
	seam.Name(name, function)
}
