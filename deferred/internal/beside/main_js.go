// Command beside is a Go program that runs in a page together with the bundle and with jQuery: the tests
// in e2e/beside talk to it.
package main

import (
	"context"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/page"
)

// functions are what the page finds on window.beside.
var functions = map[string]func(context.Context, deferred.Args) (any, error){
	// echo answers all that a promise of the page's is settled with.
	"echo": func(ctx context.Context, args deferred.Args) (any, error) { return deferred.AwaitJS(ctx, args.At(0)) },
	// progress answers all that a promise has notified of until it settled.
	"progress": func(ctx context.Context, args deferred.Args) (any, error) {
		seen := []any{}
		p := deferred.FromJS(args.At(0)).Progress(func(v any) { seen = append(seen, v) })
		_, err := p.Await(ctx)
		return seen, err
	},
	// forever ends with its signal.
	"forever": func(ctx context.Context, _ deferred.Args) (any, error) {
		<-ctx.Done()
		causes.Resolve(context.Cause(ctx))
		return nil, context.Cause(ctx)
	},
	// cause answers why the first call of forever ended.
	"cause": func(ctx context.Context, _ deferred.Args) (any, error) { return causes.Promise().Await(ctx) },
	// work answers two promises: of work that never ends by itself, and of why it was stopped.
	"work": func(context.Context, deferred.Args) (any, error) {
		work, stopped := deferred.New[any](), deferred.New[error]()
		work.OnAbort(stopped.Resolve)
		promise, err := deferred.ToJS(work.Promise())
		if err != nil {
			return nil, err
		}
		why, err := deferred.ToJS(stopped.Promise())
		return map[string]any{"promise": promise, "why": why}, err
	},
	"panic": func(context.Context, deferred.Args) (any, error) {
		var p *int
		*p = 1
		return nil, nil
	},
	// live answers how many callbacks of the page's are alive, this call's own left out.
	"live": func(context.Context, deferred.Args) (any, error) { return page.Live(), nil },
}

var causes = deferred.New[error]()

func main() {
	beside := js.Global().Get("Object").New()
	for name, fn := range functions {
		function, _, err := deferred.Export(fn)
		if err != nil {
			panic(err)
		}
		beside.Set(name, safejs.Unsafe(function))
	}
	// promise is one of Go's; settle, which notifies and resolves it.
	d := deferred.New[deferred.Args]()
	promise, err := deferred.ToJS(d.Promise())
	if err != nil {
		panic(err)
	}
	beside.Set("promise", safejs.Unsafe(promise))
	settle, _, err := deferred.Export(func(_ context.Context, args deferred.Args) (any, error) {
		d.Notify("half")
		d.Resolve(args)
		return nil, nil
	})
	if err != nil {
		panic(err)
	}
	beside.Set("settle", safejs.Unsafe(settle))
	js.Global().Set("beside", beside)
	select {}
}
