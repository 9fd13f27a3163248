package border

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
)

// A Callback is a function of the page's.
type Callback struct {
	call  *Call
	value safejs.Value
	name  string
}

// ReadCallback reads a function.
func ReadCallback(in In) *Callback {
	if in.Right() && seam.TypeOf(in.js()) != safejs.TypeFunction {
		in.Wrong("a function")
	}
	name := in.name
	if name == "" {
		name = "the callback"
	}
	return &Callback{in.r.call, in.js(), name}
}

// Calling is one call of a callback.
type Calling struct {
	of   *Callback
	ctx  context.Context
	args []*Out
	in   reading
}

// With begins a call. ctx ends the waiting for a promise; nil is the context of the call that has brought the callback.
func (f *Callback) With(ctx context.Context) *Calling {
	if ctx == nil {
		ctx = f.call.own()
		if f.call.over {
			ctx = context.Background()
		}
	}
	return &Calling{of: f, ctx: ctx, in: reading{call: f.call}}
}

// Arg is where the next argument is written to.
func (c *Calling) Arg() *Out {
	o := &Out{call: c.of.call, name: "the argument of " + c.of.name}
	c.args = append(c.args, o)
	return o
}

// Invoke calls the function, waits if it answers a promise, and is what to read the result from.
func (c *Calling) Invoke() In {
	args := make([]safejs.Value, len(c.args))
	var err error
	for i, o := range c.args {
		if err == nil {
			args[i], err = o.finish()
		}
	}
	result := undefined
	if err == nil {
		result, err = apply(c.of.value, args...)
	}
	if err == nil && seam.IsObject(result) {
		var all deferred.Args
		all, err = deferred.AwaitJS(c.ctx, result)
		result = all.At(0)
	}
	c.in.err = err
	return In{r: &c.in, value: result, name: "the result of " + c.of.name, index: outermost}
}

// Err is what the function has thrown, or what is wrong with its result.
func (c *Calling) Err() error { return c.in.problem() }

// Give ends the call of a callback that has no error as a result: the call that has brought it rejects with it.
func (c *Calling) Give() {
	if err := c.Err(); err != nil {
		c.of.call.abandon(err)
	}
}
