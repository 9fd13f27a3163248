package anim

import (
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// A page that is not shown has no frames, and animations that are over do not say so there until it
// is shown again; in a frame that was taken out of the page they never do. So a run looks for itself
// when its time is over. In a frame that is not shown (Firefox: display none; Chromium: of another
// origin and out of sight) animations do not even begin: those are given until the next look.
// watch has the run look after its elements when they should have been over.
func (r *Run) watch(duration time.Duration) {
	begun := time.Now()
	r.late = time.AfterFunc(duration+grace, func() {
		page.Go(func() error {
			defer func() { // whatever each does
				if r.left > 0 {
					r.late.Reset(again)
				}
			}()
			hidden, passed := pageHidden(), time.Since(begun)
			for _, p := range r.parts {
				late := passed >= duration && (hidden || p.isAdrift()) || passed >= duration+again && p.isPending()
				if !p.ended && p.isOver(late) {
					r.end(p)
				}
			}
			return nil
		})
	})
}

// isOver tells whether the animation is over without having said so. Where there are no frames, the clock decides about
// one that runs; one that was paused or slowed down is left alone.
func (p *part) isOver(late bool) bool {
	if p.animation.IsUndefined() {
		return false
	}
	state, err := stringOf(p.animation, "playState")
	if err != nil {
		return false
	}
	return state == "finished" || state == "idle" || late && state == "running"
}

// isAdrift tells whether the element is of a frame that was taken out of the page: its document has no
// window.
func (p *part) isAdrift() bool {
	document, err := p.element.Get("ownerDocument")
	if err != nil || document.Type() != safejs.TypeObject {
		return false
	}
	view, err := document.Get("defaultView")
	return err == nil && view.IsNull()
}

// isPending tells whether the animation waits for its first frame.
func (p *part) isPending() bool {
	pending, err := p.animation.Get("pending")
	if err != nil {
		return false // there is none
	}
	is, err := pending.Truthy()
	return err == nil && is
}

func pageHidden() bool {
	document, err := safejs.Global().Get("document")
	if err != nil || document.Type() != safejs.TypeObject {
		return false
	}
	hidden, err := document.Get("hidden")
	if err != nil {
		return false
	}
	is, err := hidden.Truthy()
	return err == nil && is
}
