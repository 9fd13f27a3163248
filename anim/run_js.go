package anim

import (
	"context"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// A Run is elements being animated by one call. It is over when the last of them is, however that
// comes about: at its time, finished, stopped, or cancelled by someone else, removed from the page,
// or by the end of the context. In a page or a frame that is not shown, too: see late.
type Run struct {
	parts []*part
	each  func(element safejs.Value)
	left  int // parts that have not ended
	owner page.Owner

	ended      chan struct{}
	err        error
	stopForCtx func() bool
	late       *time.Timer // nil where nothing moves
}

// Wait blocks its goroutine until the run is over, and returns the cause of the context's end, or
// ErrStopped, if that is what ended it. Inside a function that the page has called, it returns
// deferred.ErrWouldBlock at once, unless the run is over.
func (r *Run) Wait() error {
	if err := await(r.ended); err != nil {
		return err
	}
	return r.err
}

// start sets the parts in motion.
func (r *Run) start(parts []*part, frames []safejs.Value, o options) error {
	timing, err := safejs.ValueOf(map[string]any{
		"duration": float64(o.duration) / float64(time.Millisecond),
		"fill":     "both", // what the compositor runs may be shown for a frame after its end
	})
	if err != nil {
		return err
	}
	onEnd, err := r.owner.Func(func(animation safejs.Value, _ []safejs.Value) (any, error) {
		for _, p := range r.parts {
			if !p.ended && p.animation.Equal(animation) {
				r.end(p)
				break
			}
		}
		return nil, nil
	})
	if err != nil {
		return err
	}
	for i, p := range parts {
		if err := p.animate(frames[i], timing, onEnd); err != nil {
			// An element that cannot be animated simply shows.
			page.Report(err)
		}
	}
	r.watch(o.duration)
	return nil
}

func (p *part) animate(frames, timing, onEnd safejs.Value) error {
	if method, err := p.element.Get("animate"); err == nil && method.Type() != safejs.TypeFunction {
		return nil // as in jsdom
	}
	animation, err := p.element.Call("animate", frames, timing)
	if err != nil {
		return page.Caught(err)
	}
	if animation.Type() != safejs.TypeObject {
		return nil // where nothing moves any more: in a frame that was taken out of the page
	}
	p.animation = animation
	if err := animation.Set("onfinish", onEnd); err != nil {
		return err
	}
	return animation.Set("oncancel", onEnd)
}

// Finish has all parts jump to their end. One that is over stays as it is.
func (r *Run) Finish() { r.stop(nil) }

// begin ends the parts that are not in motion, and lets ctx end the rest.
func (r *Run) begin(ctx context.Context) {
	r.stopForCtx = context.AfterFunc(ctx, func() {
		page.Go(func() error {
			r.stop(context.Cause(ctx))
			return nil
		})
	})
	for _, p := range r.parts {
		if p.animation.IsUndefined() {
			r.end(p)
		}
	}
	if len(r.parts) == 0 {
		r.over()
	}
}

// stop ends all parts at once.
func (r *Run) stop(cause error) {
	if r.left == 0 {
		return
	}
	r.err = cause
	for _, p := range r.parts {
		r.end(p)
	}
}

// end puts one part into its final state. Setting the style may call page code (a custom element's),
// and so may each; so what they may ask for is noted before.
func (r *Run) end(p *part) {
	if p.ended {
		return
	}
	p.ended = true
	if err := p.write(p.final); err != nil {
		page.Report(err)
	}
	if p.display.Inline != p.end {
		if err := p.writeDisplay(p.end); err != nil {
			page.Report(err)
		}
	}
	p.cancel()
	defer r.less()                           // even if OnReport panics in its turn
	page.Guard(func() { r.each(p.element) }) // its panic must not keep the other parts from ending
}

// cancel takes the animation away. First the final style has to be there: the other way round, the
// element would show for a frame as it was. The handlers go first: the cancel event comes later, when
// they are released.
func (p *part) cancel() {
	if p.animation.IsUndefined() {
		return
	}
	_ = p.animation.Set("onfinish", safejs.Null())
	_ = p.animation.Set("oncancel", safejs.Null())
	_, _ = p.animation.Call("cancel") // throws for none that animate has made
}

// less counts one part that has ended.
func (r *Run) less() {
	if r.left--; r.left == 0 {
		r.over()
	}
}

func (r *Run) over() {
	r.stopForCtx()
	if r.late != nil {
		r.late.Stop()
	}
	r.owner.Release()
	close(r.ended)
}
