package anim

import (
	"context"

	"github.com/hack-pad/safejs"
)

// jQuery's effects. Each is Animate with properties of its own. An element that already is as wanted ends at once.

// SlideDown shows the hidden ones among elements: they grow from no height to their own.
func SlideDown(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("show"), opts...)
}

// SlideUp hides the visible ones among elements: they shrink to no height.
func SlideUp(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("hide"), opts...)
}

// SlideToggle shows each hidden element as SlideDown does, and hides each visible one as SlideUp does.
func SlideToggle(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, slides("toggle"), opts...)
}

// FadeIn shows the hidden ones among elements: their opacity rises from 0 to their own.
func FadeIn(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "show"}, opts...)
}

// FadeOut hides the visible ones among elements: their opacity falls to 0.
func FadeOut(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "hide"}, opts...)
}

// FadeToggle shows each hidden element as FadeIn does, and hides each visible one as FadeOut does.
func FadeToggle(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, Properties{"opacity": "toggle"}, opts...)
}

// Show shows the hidden ones among elements: size and opacity grow from 0.
func Show(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, shrinks("show"), opts...)
}

// Hide hides the visible ones among elements: size and opacity shrink to 0.
func Hide(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return Animate(ctx, elements, shrinks("hide"), opts...)
}

// Toggle shows each hidden element as Show does, and hides each visible one as Hide does.
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
