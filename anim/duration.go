package anim

import "time"

// The durations of jQuery's words "fast" and "slow" (jQuery.fx.speeds).
const (
	Fast = 200 * time.Millisecond
	Slow = 600 * time.Millisecond
)
