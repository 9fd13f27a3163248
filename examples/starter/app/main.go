//go:build js

// Command app is the program of the page: it searches as you type, and the page's script can search, too.
package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/page"
)

// pause is how long nobody types before the program asks.
const pause = 200 * time.Millisecond

func main() {
	page.Export("search", func(ctx context.Context, args deferred.Args) (any, error) {
		text, err := args.String(0)
		if err != nil {
			return nil, err // The page's promise rejects with a TypeError that names the argument.
		}
		return find(ctx, text)
	})
	if err := dom.Ready(context.Background()); err != nil {
		panic(err)
	}
	searchAsYouType()
	page.Run()
}
