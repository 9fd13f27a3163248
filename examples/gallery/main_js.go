// Command gallery is the Go program behind web/gallery.html: sets of pictures that are asked for as they
// come into view and fade in once they have arrived. One click shows a picture large, and going on to
// the next set stops whatever of this one is still on its way.
//
// It is the runtime of its page (package page), on the project's packages. Each set has a context, and
// its end is all it takes to leave: loading, waiting for the view and listening for clicks end with it.
package main

import (
	"context"
	"strconv"
	"syscall/js"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/examples/gallery/album"
	"github.com/godeferred/godeferred/examples/internal/view"
	"github.com/godeferred/godeferred/page"
)

func main() {
	ctx := context.Background()
	if err := dom.Ready(ctx); err != nil {
		panic(err)
	}
	status := view.ByID("status")
	// There is room for steps that come while a set is being left: handlers must not wait.
	steps := make(chan int, 16)
	for id, step := range map[string]int{"next": 1, "previous": -1, "pace": 0} {
		event := "click"
		if id == "pace" {
			event = "change"
		}
		view.On(ctx, view.ByID(id), event, func(js.Value) {
			select {
			case steps <- step:
			default: // Nobody clicks so fast.
			}
		})
		view.Off(view.ByID(id), false)
	}

	// One goroutine changes sets, so that one is left before the next begins, however fast the clicks come.
	go sets(ctx, status, steps)
	page.Run()
}

// sets shows one set after the other.
func sets(ctx context.Context, status js.Value, steps <-chan int) {
	for i := 0; ; {
		shown := begin(ctx, album.Sets[i], pace())
		i = album.Next(i, <-steps)
		stopped := shown.leave()
		view.Say(status, album.Left(shown.set.Title, stopped))
	}
}

// pace is what the visitor has chosen.
func pace() album.Pace {
	ms, err := strconv.Atoi(view.ByID("pace").Get("value").String())
	if err != nil {
		panic(err)
	}
	return album.Pace(ms)
}
