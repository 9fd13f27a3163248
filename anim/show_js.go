package anim

import (
	"context"

	"github.com/hack-pad/safejs"
)

// SlideDown shows those of the elements that are hidden by opening them from nothing to their
// height, and returns while they open: see Run. One that shows already is done at once, as in
// jQuery. When ctx is done first, they show at once, whole.
func SlideDown(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return show(ctx, elements, opts, slide)
}

// FadeIn shows those of the elements that are hidden by raising their opacity from 0 to what is
// their own. Otherwise it is as SlideDown.
func FadeIn(ctx context.Context, elements []safejs.Value, opts ...Option) (*Run, error) {
	return show(ctx, elements, opts, fade)
}

// A motion prepares shown elements and returns the keyframes of each, in their order.
type motion func(shown []*part) ([]safejs.Value, error)

func fade(shown []*part) ([]safejs.Value, error) {
	same, err := pageKeyframes(fadeIn())
	if err != nil {
		return nil, err
	}
	frames := make([]safejs.Value, len(shown))
	for i := range frames {
		frames[i] = same
	}
	return frames, nil
}

func slide(shown []*part) ([]safejs.Value, error) {
	// Reading what depends on a style just written makes the browser work out all styles, or the
	// layout, anew. So each of these loops only reads, or only writes.
	for _, p := range shown {
		if err := p.readDisplay(); err != nil {
			return nil, err
		}
	}
	for _, p := range shown {
		during, end := p.display.sliding()
		p.end = end
		if during != end {
			if err := p.writeDisplay(during); err != nil {
				return nil, err
			}
		}
	}
	frames := make([]safejs.Value, len(shown))
	for i, p := range shown {
		b, err := p.measure()
		if err != nil {
			return nil, err
		}
		if frames[i], err = pageKeyframes(slideIn(b)); err != nil {
			return nil, err
		}
	}
	return frames, nil
}

func pageKeyframes(frames [2]keyframe) (safejs.Value, error) {
	list := make([]any, len(frames))
	for i, frame := range frames {
		values := make(map[string]any, len(frame))
		for name, value := range frame {
			values[name] = value
		}
		list[i] = values
	}
	return safejs.ValueOf(list)
}

func show(ctx context.Context, elements []safejs.Value, opts []Option, move motion) (*Run, error) {
	o, err := collect(opts)
	if err != nil {
		return nil, err
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	r := &Run{each: o.each, ended: make(chan struct{}), left: len(elements)}
	var styles styles
	for _, element := range elements {
		p, err := newPart(element, &styles)
		if err != nil {
			return nil, err
		}
		r.parts = append(r.parts, p)
	}
	shown, err := reveal(r.parts, &styles)
	if err != nil {
		return nil, err
	}
	if o.duration > 0 && len(shown) > 0 && !reducedMotion() {
		frames, err := move(shown)
		if err != nil {
			return nil, err
		}
		if err := r.start(shown, frames, o); err != nil {
			return nil, err
		}
	}
	r.begin(ctx)
	return r, nil
}
