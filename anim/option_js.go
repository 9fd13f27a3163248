package anim

import (
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
)

// An Option changes an animation.
type Option func(*options)

type options struct {
	duration time.Duration
	easing   string // jQuery's name
	each     func(element safejs.Value)
}

// Duration sets how long the animation takes; the default is 400 ms. At 0 and below it ends at once.
func Duration(d time.Duration) Option { return func(o *options) { o.duration = d } }

// Easing sets the timing function: "swing" (the default) or "linear".
func Easing(name string) Option { return func(o *options) { o.easing = name } }

// Each calls fn with each element when its animation ends, before Wait returns. fn runs inside a call of the page's and
// must not wait. A panic in it is reported (deferred.OnReport), and stops nothing.
func Each(fn func(element safejs.Value)) Option { return func(o *options) { o.each = fn } }

func collect(opts []Option) (options, error) {
	o := options{duration: defaultTime, each: func(safejs.Value) {}}
	for _, opt := range opts {
		opt(&o)
	}
	_, err := rules.EasingNamed(o.easing)
	return o, err
}
