package anim

import (
	"context"

	"github.com/hack-pad/safejs"
)

// jQuery's effects. Each is Animate with properties of its own; elements that are as they are to be
// already are done at once.

// SlideDown opens those of the elements that are hidden from nothing to their height.
func SlideDown(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("show"), opts...)
}

// SlideUp closes those that show.
func SlideUp(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("hide"), opts...)
}

// SlideToggle opens or closes each.
func SlideToggle(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("toggle"), opts...)
}

// FadeIn shows those that are hidden by raising their opacity from 0 to what is their own.
func FadeIn(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "show"}, opts...)
}

// FadeOut lowers it to 0 and hides them.
func FadeOut(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "hide"}, opts...)
}

// FadeToggle does one or the other with each.
func FadeToggle(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "toggle"}, opts...)
}

// Show shows those that are hidden, growing from nothing.
func Show(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, shrinks("show"), opts...)
}

// Hide shrinks to nothing and hides those that show.
func Hide(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, shrinks("hide"), opts...)
}

// Toggle does one or the other with each.
func Toggle(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, shrinks("toggle"), opts...)
}

func slides(word string) Properties {
	return Properties{
		"height": word, "marginTop": word, "marginBottom": word, "paddingTop": word, "paddingBottom": word,
	}
}

func shrinks(word string) Properties {
	return Properties{"height": word, "width": word, "margin": word, "padding": word, "opacity": word}
}
