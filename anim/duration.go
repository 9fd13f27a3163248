package anim

import (
	"math"
	"time"

	"github.com/godeferred/godeferred/internal/wrong"
)

// jQuery.fx.speeds.
const (
	Fast           = 200 * time.Millisecond
	Slow           = 600 * time.Millisecond
	defaultTime    = 400 * time.Millisecond
	durationWanted = `duration must be a number of milliseconds, "fast" or "slow", not `
)

// Word returns the duration that a word stands for: "fast" or "slow". Another is a deferred.TypeError,
// where jQuery quietly takes 400 ms, for "200" too.
func Word(word string) (time.Duration, error) {
	switch word {
	case "fast":
		return Fast, nil
	case "slow":
		return Slow, nil
	}
	return 0, wrong.TypeError(durationWanted + wrong.Quote(word))
}

// Milliseconds returns a duration of that many ms. As in jQuery, an animation that takes a negative
// or infinite time, or NaN, is over at once: the duration is 0.
func Milliseconds(ms float64) time.Duration {
	if math.IsNaN(ms) || math.IsInf(ms, 0) || ms <= 0 {
		return 0
	}
	return time.Duration(min(ms, longest) * float64(time.Millisecond))
}

const longest = 1e12 // ms, about 30 years, well inside what both Go and browsers can count
