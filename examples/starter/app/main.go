//go:build js

// Command app is the program of the page: it searches as you type, and exports its search for the page's script.
package main

import (
	"context"
	"errors"
	"fmt"
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
		return search(ctx, text)
	})
	if err := searchAsYouType(context.Background()); err != nil {
		panic(err) // The page is not as this program expects it.
	}
	page.Run()
}

// search answers the teas with text in them: an array of the page's.
func search(ctx context.Context, text string) (safejs.Value, error) {
	answer, err := ajax.GetJSON(ctx, "search", ajax.Query(ajax.Values{{"q", text}}), ajax.Timeout(5*time.Second))
	if err != nil {
		return safejs.Undefined(), err
	}
	return answer.Data, nil
}

// searchAsYouType searches when the visitor has stopped typing. A new search ends the context of the one before,
// which aborts its request.
func searchAsYouType(ctx context.Context) error {
	if err := dom.Ready(ctx); err != nil {
		return err
	}
	view, err := newView()
	if err != nil {
		return err
	}
	_, err = dom.On(ctx, view.field, "input", dom.Debounce(ctx, pause, func(ctx context.Context, _ safejs.Value) {
		if err := view.answer(ctx); err != nil && context.Cause(ctx) == nil { // else the visitor types on
			view.fail(explain(err))
		}
	}))
	return err
}

// answer searches for what stands in the field, and shows what was found.
func (v *view) answer(ctx context.Context) error {
	text, err := v.text()
	if err != nil {
		return err
	}
	if text == "" {
		return v.show(nil, "")
	}
	if err := v.say("Searching…", ""); err != nil {
		return err
	}
	found, err := search(ctx, text)
	if err != nil {
		return err
	}
	return v.teas(found)
}

// explain says what a visitor can do about an error.
func explain(err error) string {
	if _, is := errors.AsType[*ajax.NetworkError](err); is {
		return "The server cannot be reached. Are you online?"
	}
	if status, is := errors.AsType[*ajax.StatusError](err); is {
		return fmt.Sprintf("The server cannot answer now (%d). Try again in a moment.", status.Response.Status)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return "The server takes too long. Try again in a moment."
	}
	return err.Error()
}
