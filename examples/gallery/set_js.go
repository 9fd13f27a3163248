package main

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/examples/gallery/album"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// errLeft ends the context of a set.
var errLeft = errors.New("another set is shown")

// A shownSet is the set on the page. It belongs to the goroutine that began it, but for its tally, which
// the goroutines of its pictures change: they take turns on the page's one thread, so it has no lock.
type shownSet struct {
	set    album.Set
	cancel context.CancelCauseFunc
	all    *deferred.Promise[[]album.State]
	tally  album.Tally
}

// begin puts a set on the page and lets each of its pictures come in its time.
func begin(ctx context.Context, set album.Set, pace album.Pace) *shownSet {
	ctx, cancel := context.WithCancelCause(ctx)
	s := &shownSet{set: set, cancel: cancel}
	s.tally[album.Waiting] = len(set.Pictures)
	view.Say(view.ByID("set-title"), set.Title)
	grid := view.ByID("pictures")
	grid.Call("replaceChildren")
	s.say()

	key := view.Query("key")
	var pictures []*deferred.Promise[album.State]
	for place, p := range set.Pictures {
		f := newFrame(p)
		grid.Call("append", f.figure)
		f.changed = func(from, to album.State) {
			s.tally.Move(from, to)
			s.say()
		}
		f.address = p.Address(place, 480, pace, key)
		pictures = append(pictures, deferred.Go(ctx, f.fill))
		view.On(ctx, f.button, "click", func(js.Value) {
			// Large pictures are the very same for every pace and key, so that browsers keep them.
			go enlarge(ctx, p.Title, p.Address(place, 960, 0, ""))
		})
	}
	s.all = deferred.All(pictures...)
	return s
}

// leave ends all that is under way for the set, and tells how many pictures were being loaded.
func (s *shownSet) leave() (stopped int) {
	s.cancel(errLeft)
	// Each picture answers with how far it has come, and they do so now: nothing of theirs outlasts the context.
	states, err := s.all.Await(context.Background())
	if err != nil {
		panic(err)
	}
	for _, state := range states {
		if state == album.Stopped {
			stopped++
		}
	}
	return stopped
}

func (s *shownSet) say() { view.Say(view.ByID("tally"), s.tally.String()) }
