package anim

import "math"

// ErrStopped is what Wait returns for a run that Stop has ended. The page sees an AbortError.
var ErrStopped error = stopped{}

type stopped struct{}

func (stopped) Error() string { return "the animation was stopped" }

// PageErrorName makes the page's error an AbortError.
func (stopped) PageErrorName() string { return "AbortError" }

// midway returns the inline style that keeps a property where it is when the fraction progress of the
// time is over; "" leaves the style as it is. computed is the computed style at that moment. It counts
// only for foreign goals, whose way starts in another unit than it ends in: elsewhere it may round,
// and there is none outside the document. (No method: cmd/wasm, which has no use for it, would grow
// by its name.)
func midway(g goal, way tween, progress float64, computed string) string {
	if way.still {
		return ""
	}
	if g.foreign() {
		return computed
	}
	return number(way.from+(way.to-way.from)*eased(progress, g.easing)) + way.unit
}

// eased is the fraction of the way at a fraction of the time, by one of jQuery's easings.
func eased(progress float64, easing string) float64 {
	if easing == "linear" {
		return progress
	}
	return 0.5 - math.Cos(progress*math.Pi)/2
}
