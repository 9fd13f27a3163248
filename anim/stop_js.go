package anim

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// Stop ends the run where it is, as jQuery's stop does: what moved keeps the values that it has now,
// as inline styles; overflow is put back; what was to hide stays shown. Each is not called for the
// elements that were stopped. Those whose animation is over stay as they are, and so does a run that
// is over: then Stop does nothing.
//
// Unlike jQuery, nothing is remembered of a slide that is stopped: for what comes next, the height
// that it has now is its height. To turn round half-way, animate to the number that you know, or let
// the page's slideToggle do it.
func (r *Run) Stop() {
	if r.left == 0 {
		return
	}
	r.err = ErrStopped
	for _, p := range r.parts {
		if p.ended {
			continue
		}
		p.ended = true
		if err := p.write(p.present()); err != nil {
			page.Report(err)
		}
		p.cancel()
		r.less()
	}
}

// present returns the inline styles that keep the part as it is in the middle of its animation.
func (p *part) present() (settings []setting) {
	progress := p.progress()
	for i, g := range p.goals {
		computed, err := stringOf(p.computed, g.Name)
		if err != nil {
			page.Report(err)
			continue
		}
		if value := rules.Midway(g, p.ways[i], progress, computed); value != "" {
			settings = append(settings, setting{g.Name, value})
		}
	}
	for _, s := range p.final {
		if s.name == "overflow" {
			settings = append(settings, s)
		}
	}
	return settings
}

// progress is the fraction of the animation's time that is over. An animation that tells none, as
// one that someone else has cancelled, is taken to be at its start.
func (p *part) progress() float64 {
	effect, err := p.animation.Get("effect")
	if err != nil || effect.Type() != safejs.TypeObject {
		return 0
	}
	timing, err := effect.Call("getComputedTiming")
	if err != nil {
		return 0
	}
	progress, err := timing.Get("progress")
	if err != nil || progress.Type() != safejs.TypeNumber {
		return 0
	}
	fraction, err := progress.Float()
	if err != nil {
		return 0
	}
	return fraction
}
