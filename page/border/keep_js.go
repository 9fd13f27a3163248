package border

import (
	"context"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// Keep is Context for a function with results that the page reads later: sequences, channels and readers. The context
// ends when they have ended rather than when the function has returned, and the options' signal ends it until then.
func (c *Call) Keep(i int) context.Context {
	call := c.Context(i)
	inner, cancel := context.WithCancelCause(context.WithoutCancel(call))
	context.AfterFunc(call, func() {
		if !c.over {
			cancel(context.Cause(call))
		}
	})
	c.ctx, c.cancel = inner, cancel
	options := c.options(i)
	if seam.TypeOf(options) != safejs.TypeObject {
		return c.ctx
	}
	signal, err := seam.Get(options, "signal")
	if err != nil {
		return c.ctx
	}
	if is, _ := seam.IsSignal(signal); is {
		c.unhear, _ = seam.OnSignal(signal, func(reason error) { cancel(reason) })
	}
	return c.ctx
}

// stream is called for something that the page reads later, and done at its end.
func (c *Call) stream() (done func()) {
	c.streams++
	ended := false
	return func() {
		if !ended {
			ended = true
			if c.streams--; c.over {
				c.end()
			}
		}
	}
}
