package main

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/examples/gallery/album"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// A frame is where a picture will be: a button to show it large, and a caption that says how far it has come.
type frame struct {
	figure, button, caption js.Value
	title, address          string
	state                   album.State
	changed                 func(from, to album.State)
}

func newFrame(p album.Picture) *frame {
	f := &frame{title: p.Title, button: view.New("button", "frame"), caption: view.New("span", "when", album.Waiting.String())}
	f.button.Set("type", "button")
	f.button.Call("setAttribute", "aria-label", p.Title+", show large")
	f.figure = view.New("figure", "photo", f.button, view.New("figcaption", "", p.Title+" ", f.caption))
	return f
}

// shown:begin
// fill waits until the frame is about to be seen, loads its picture, and fades it in. It answers how far it has
// come; a picture that cannot be had is an outcome, not an error.
func (f *frame) fill(ctx context.Context) (album.State, error) {
	if err := dom.Visible(ctx, safejs.Safe(f.button), dom.View{RootMargin: "80px"}); err != nil {
		return f.state, nil // The set was left before anything was asked for.
	}
	f.is(album.Loading)
	image, err := dom.LoadImage(ctx, f.address)
	switch {
	case errors.Is(err, dom.ErrImage):
		f.is(album.Failed)
		return f.state, nil
	case err != nil:
		f.is(album.Stopped)
		return f.state, nil
	}
	// The very element that was loaded: another with the same address might be asked for again.
	picture := safejs.Unsafe(image)
	picture.Set("alt", "") // The button has the name.
	picture.Get("style").Set("display", "none")
	f.button.Call("append", picture)
	f.is(album.Shown)
	run, err := anim.FadeIn(ctx, view.One(picture), anim.Duration(anim.Slow))
	if err != nil {
		return f.state, err
	}
	_ = run.Wait() // Left in the middle, it jumps to its end, and goes with the set.
	return f.state, nil
}

// shown:end

func (f *frame) is(state album.State) {
	from := f.state
	f.state = state
	view.Say(f.caption, state.String())
	f.figure.Get("dataset").Set("state", state.String())
	f.changed(from, state)
}
