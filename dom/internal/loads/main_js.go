// Command loads is a Go program whose page has it load images: the tests in e2e/images_test.go talk to it.
package main

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

// functions are what the page finds on window.loads.
var functions = map[string]func(context.Context, deferred.Args) (any, error){
	// load answers the image at a URL; a signal ends its context.
	"load": func(ctx context.Context, args deferred.Args) (any, error) {
		url, err := args.String(0)
		if err != nil {
			return nil, err
		}
		return dom.LoadImage(ctx, url)
	},
	// matches answers whether the failure of a URL is an ErrImage.
	"matches": func(ctx context.Context, args deferred.Args) (any, error) {
		url, err := args.String(0)
		if err != nil {
			return nil, err
		}
		_, err = dom.LoadImage(ctx, url)
		return errors.Is(err, dom.ErrImage), nil
	},
	// live answers how many callbacks of the page's are alive, this call's own included.
	"live": func(context.Context, deferred.Args) (any, error) { return page.Live(), nil },
}

func main() {
	loads := js.Global().Get("Object").New()
	for name, fn := range functions {
		function, _, err := deferred.Export(fn)
		if err != nil {
			panic(err)
		}
		loads.Set(name, safejs.Unsafe(function))
	}
	js.Global().Set("loads", loads)
	select {}
}
