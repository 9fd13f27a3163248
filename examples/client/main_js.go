// Command client is the Go program behind web/client.html: a typed client of the demo server's API, with
// requests that are made again, joined, watched as they arrive, and cancelled.
//
// It is the runtime of its page (package page), on the project's packages. api_js.go is the client: methods
// that return Go's values and errors. Each other file is one part of the page, and a user of it.
package main

import (
	"context"
	"errors"
	"strconv"
	"syscall/js"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/examples/internal/view"
	"github.com/godeferred/godeferred/page"
)

// errCancelled is the reason that the cancel buttons give.
var errCancelled = errors.New("cancelled")

func main() {
	ctx := context.Background()
	if err := dom.Ready(ctx); err != nil {
		panic(err)
	}
	service := newAPI()
	for _, start := range []func(context.Context, *api){retryPart, downloadPart, overviewPart, errorsPart} {
		start(ctx, service)
	}
	page.Run() // The page's events go on.
}

// A part is a section of the page: a button that starts something, one that cancels it where there is one, and
// a line that says how it went.
type part struct {
	start, status js.Value
	cancel        context.CancelCauseFunc // nil while nothing is under way
}

// newPart has work run, in a goroutine, at each click of start, with a context that cancel ends.
func newPart(ctx context.Context, id string, work func(ctx context.Context, p *part)) *part {
	p := &part{start: view.ByID(id + "-start"), status: view.ByID(id + "-status")}
	cancel := js.Global().Get("document").Call("getElementById", id+"-cancel")
	off := func(running bool) {
		view.Off(p.start, running)
		if cancel.Truthy() {
			view.Off(cancel, !running)
		}
	}
	view.On(ctx, p.start, "click", func(js.Value) {
		if p.cancel != nil {
			return
		}
		var own context.Context
		own, p.cancel = context.WithCancelCause(ctx)
		off(true)
		go func() {
			work(own, p)
			p.cancel(nil)
			p.cancel = nil
			off(false)
		}()
	})
	if cancel.Truthy() {
		view.On(ctx, cancel, "click", func(js.Value) {
			if p.cancel != nil {
				p.cancel(errCancelled)
			}
		})
	}
	off(false)
	return p
}

func (p *part) say(text string) {
	p.status.Get("dataset").Set("state", "")
	view.Say(p.status, text)
}

// fail shows an error, and that being cancelled is none.
func (p *part) fail(err error) {
	if errors.Is(err, errCancelled) {
		p.say("Cancelled.")
		return
	}
	p.status.Get("dataset").Set("state", "failed")
	view.Say(p.status, explain(err))
}

// chosen is the number that a visitor has picked in a select.
func chosen(id string) int {
	n, err := strconv.Atoi(view.ByID(id).Get("value").String())
	if err != nil {
		panic(err)
	}
	return n
}
