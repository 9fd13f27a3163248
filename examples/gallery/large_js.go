package main

import (
	"context"
	"errors"
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// errClosed ends the context of a dialog.
var errClosed = errors.New("the dialog was closed")

// one lets one picture be large at a time. A dialog that is closed says so a little later, in an event: whoever
// opened it anew before that would take the event for their own.
var one sync.Mutex

// enlarge shows a picture in the page's dialog: the frame opens while the picture is loaded, and the picture
// fades in once both are done. It returns when the visitor has closed the dialog, or the set was left.
func enlarge(ctx context.Context, title, address string) {
	dialog, stage, words := view.ByID("large"), view.ByID("stage"), view.ByID("large-words")
	one.Lock()
	defer one.Unlock()
	if ctx.Err() != nil {
		return
	}
	view.Say(view.ByID("large-title"), title)
	view.Say(words, "Loading…")
	stage.Call("replaceChildren")
	stage.Get("style").Set("display", "none")
	// The element keeps the focus inside, closes on Escape, and gives the focus back to the button.
	dialog.Call("showModal")

	ctx, cancel := context.WithCancelCause(ctx)
	view.On(ctx, view.ByID("close"), "click", func(js.Value) { dialog.Call("close") })
	shown := deferred.Go(ctx, func(ctx context.Context) (struct{}, error) { return struct{}{}, unfold(ctx, stage, address) })
	shown.Done(func(struct{}) { view.Say(words, "") })
	shown.Fail(func(err error) {
		switch {
		case errors.Is(err, dom.ErrImage):
			view.Say(words, "This picture could not be loaded.")
		case !errors.Is(err, errClosed):
			view.Say(words, err.Error())
		}
	})
	if _, err := dom.Await(ctx, safejs.Safe(dialog), "close"); err != nil {
		dialog.Call("close")
		_, _ = dom.Await(context.Background(), safejs.Safe(dialog), "close") // It comes: the dialog was open until now.
	}
	cancel(errClosed)
}

// unfold joins the two things that go on at the same time, and lets the third follow.
func unfold(ctx context.Context, stage js.Value, address string) error {
	image := deferred.Go(ctx, func(ctx context.Context) (safejs.Value, error) { return dom.LoadImage(ctx, address) })
	opening := deferred.Go(ctx, func(ctx context.Context) (struct{}, error) {
		run, err := anim.SlideDown(ctx, view.One(stage))
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, run.Wait()
	})
	both, err := deferred.When2(image, opening).Await(ctx)
	if err != nil {
		return err
	}
	picture := safejs.Unsafe(both.A)
	picture.Set("alt", "")
	picture.Get("style").Set("display", "none")
	stage.Call("append", picture)
	run, err := anim.FadeIn(ctx, view.One(picture))
	if err != nil {
		return err
	}
	return run.Wait()
}
