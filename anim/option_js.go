package anim

import (
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
)

// An Option says how to animate.
type Option func(*options)

type options struct {
	duration time.Duration
	easing   string // jQuery's name
	each     func(element safejs.Value)
}

// Duration sets how long it takes: 400 ms when not given. At 0 and below it is over at once.
func Duration(d time.Duration) Option { return func(o *options) { o.duration = d } }

// Easing sets how it gets on: "swing", the default, or "linear".
func Easing(name string) Option { return func(o *options) { o.easing = name } }

// Each has fn called with every element as its animation ends, before Wait returns. fn must not
// wait for the page.
func Each(fn func(element safejs.Value)) Option { return func(o *options) { o.each = fn } }

func collect(opts []Option) (options, error) {
	o := options{duration: defaultTime, each: func(safejs.Value) {}}
	for _, opt := range opts {
		opt(&o)
	}
	_, err := rules.EasingNamed(o.easing)
	return o, err
}
