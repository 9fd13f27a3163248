// Command plays is a Go program whose page has it animate: the tests in e2e/hidden_test.go talk to it.
package main

import (
	"context"
	"syscall/js"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/page"
)

// functions are what the page finds on window.plays.
var functions = map[string]func(context.Context, deferred.Args) (any, error){
	// slideDown and fadeIn take any number of elements, and end with the run.
	"slideDown": func(ctx context.Context, args deferred.Args) (any, error) {
		return wait(anim.SlideDown(ctx, args, anim.Duration(300*time.Millisecond)))
	},
	"fadeIn": func(ctx context.Context, args deferred.Args) (any, error) {
		return wait(anim.FadeIn(ctx, args, anim.Duration(300*time.Millisecond)))
	},
	// live answers how many callbacks of the page's are alive, this call's own included.
	"live": func(context.Context, deferred.Args) (any, error) { return page.Live(), nil },
}

func wait(run *anim.Run, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return nil, run.Wait()
}

func main() {
	plays := js.Global().Get("Object").New()
	for name, fn := range functions {
		function, _, err := deferred.Export(fn)
		if err != nil {
			panic(err)
		}
		plays.Set(name, safejs.Unsafe(function))
	}
	js.Global().Set("plays", plays)
	select {}
}
