package anim

import "time"

// The durations of jQuery's words "fast" and "slow" (jQuery.fx.speeds).
const (
	Fast = 200 * time.Millisecond
	Slow = 600 * time.Millisecond
)

// defaultTime is jQuery.fx.speeds._default.
const defaultTime = 400 * time.Millisecond

const (
	grace = 100 * time.Millisecond // that a browser may need to say that an animation has finished
	again = time.Second            // until the next look
)
