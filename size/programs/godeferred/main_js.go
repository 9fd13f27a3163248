// Command godeferred is a program as small as they come with godeferred: one function for the page, which makes a
// request. `make size` compares it with size/programs/byhand.
package main

import (
	"context"
	"time"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/page"
)

func news(ctx context.Context, args deferred.Args) (any, error) {
	url, err := args.String(0)
	if err != nil {
		return nil, err
	}
	answer, err := ajax.GetJSON(ctx, url, ajax.Timeout(5*time.Second))
	if err != nil {
		return nil, err
	}
	return answer.Data, nil
}

func main() {
	page.Export("news", news)
	page.Run()
}
