package rules

import "math"

// Midway returns the inline style that keeps a property where it is when the fraction progress of the
// time is over; "" leaves the style as it is. computed is the computed style at that moment. It counts
// only for foreign goals, whose way starts in another unit than it ends in: elsewhere it may round,
// and there is none outside the document. (No method: cmd/wasm, which has no use for it, would grow
// by its name.)
func Midway(g Goal, way Tween, progress float64, computed string) string {
	if way.Still {
		return ""
	}
	if g.Foreign() {
		return computed
	}
	return Number(way.From+(way.To-way.From)*eased(progress, g.Easing)) + way.Unit
}

// eased is the fraction of the way at a fraction of the time, by one of jQuery's easings.
func eased(progress float64, easing string) float64 {
	if easing == "linear" {
		return progress
	}
	return 0.5 - math.Cos(progress*math.Pi)/2
}
