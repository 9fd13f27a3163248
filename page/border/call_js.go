package border

import (
	"context"
	"errors"
	"strconv"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/page"
)

// Export has the page call fn as godeferred.go.name: see page.Export, which panics for a name that is taken.
func Export(name string, fn func(*Call)) {
	page.Export(name, func(ctx context.Context, args deferred.Args) (any, error) {
		return callOf(ctx, name, args).run(fn)
	})
}

func callOf(ctx context.Context, name string, args deferred.Args) *Call {
	c := &Call{function: name, args: args, outer: ctx}
	c.call = c
	return c
}

// own is the call's context. It is made when it is first asked for, since many functions take none: in a profile, it was
// 7 % of a call.
func (c *Call) own() context.Context {
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancelCause(c.outer)
		if c.over && c.streams == 0 {
			c.cancel(nil)
		}
	}
	return c.ctx
}

func (c *Call) run(fn func(*Call)) (any, error) {
	defer c.end()
	fn(c)
	return c.answer()
}

// A Call is one of the page's, from its arguments to its results.
type Call struct {
	reading
	function string // its name in the page
	args     deferred.Args
	this     safejs.Value // the instance, of a method
	outer    context.Context
	ctx      context.Context // see own
	cancel   context.CancelCauseFunc
	starts   []func() // begin once all arguments are right
	outs     []*Out
	nearOuts [1]*Out // what outs is of, and first its first, for most calls
	first    Out
	failed   error // the function's own
	late     error // what a callback or a channel could not tell the function

	over    bool   // the function has returned
	streams int    // what the page can still read of the results
	unhear  func() // of the options' signal
}

// Arg is the i-th argument.
func (c *Call) Arg(i int, name string) In {
	return In{r: &c.reading, value: c.args.At(i), name: name, index: outermost}
}

// rest is how many arguments a variadic function has from the i-th on, without the options behind them.
func (c *Call) rest(i int) int {
	n := len(c.args)
	if n > i && c.isOptions(n-1) {
		n--
	}
	return max(n-i, 0)
}

// isOptions tells whether an argument is {signal} or {onProgress}.
func (c *Call) isOptions(i int) bool {
	value := c.args.At(i)
	if seam.TypeOf(value) != safejs.TypeObject {
		return false
	}
	if is, err := seam.IsSignal(value); is || err != nil {
		return is
	}
	for _, name := range []string{"signal", "onProgress"} {
		if given, err := seam.Get(value, name); err == nil && !given.IsUndefined() {
			return true
		}
	}
	return false
}

// ReadRest reads the arguments of a variadic function from the i-th on. options tells that an object of options may be
// the last, behind elements that are no objects themselves.
func ReadRest[T any](c *Call, i int, name string, options bool, read func(In) T) []T {
	n := max(len(c.args)-i, 0)
	if options {
		n = c.rest(i)
	}
	s := make([]T, 0, n)
	for k := 0; k < n && c.right(); k++ {
		s = append(s, read(In{r: &c.reading, value: c.args.At(i + k), index: k}))
		c.within(name, outermost)
	}
	return s
}

// Context is what the function gets. It ends when the page aborts the call, and when the function has returned. Its
// options are the i-th argument, or the last one of a variadic function, for which i is -1, or nowhere if i is less:
// their onProgress hears of deferred.Notify. A value there that is not an object is ignored.
func (c *Call) Context(i int) context.Context {
	if options := c.options(i); seam.TypeOf(options) == safejs.TypeObject {
		c.hear(options)
	}
	return c.own()
}

func (c *Call) options(i int) safejs.Value {
	if i == -1 {
		i = len(c.args) - 1
	}
	return c.args.At(i)
}

// hear has the options' onProgress hear.
func (c *Call) hear(options safejs.Value) {
	progress, err := seam.Get(options, "onProgress")
	if err != nil {
		c.err = err
		return
	}
	switch seam.TypeOf(progress) {
	case safejs.TypeFunction:
		outer := c.own()
		c.ctx = seam.WithNotify(outer, func(v any) {
			seam.Notify(outer, v)
			value, err := deferred.Value(v)
			if err == nil {
				_, err = apply(progress, value)
			}
			if err != nil {
				seam.Report(err)
			}
		})
	case safejs.TypeUndefined, safejs.TypeNull:
	default:
		In{r: &c.reading, value: progress, name: "options.onProgress", index: outermost}.Wrong("a function")
	}
}

// Ready tells whether all arguments are right. Otherwise the function is not called.
func (c *Call) Ready() bool {
	if !c.right() {
		return false
	}
	for _, start := range c.starts {
		start()
	}
	return true
}

// Failed takes the function's error, and tells whether there is one.
func (c *Call) Failed(err error) bool {
	if err != nil && errors.Is(err, context.Canceled) && c.late != nil {
		err = c.late
	}
	c.failed = err
	return err != nil || c.late != nil
}

// Result is where the next result is written to.
func (c *Call) Result() *Out {
	name := "result"
	if len(c.outs) > 0 {
		name = "result " + strconv.Itoa(len(c.outs)+1)
	}
	o := &c.first
	if len(c.outs) > 0 {
		o = &Out{}
	} else {
		c.outs = c.nearOuts[:0]
	}
	o.call, o.name = c, name
	c.outs = append(c.outs, o)
	return o
}

// answer is what the page's promise ends with.
func (c *Call) answer() (any, error) {
	c.over = true
	err := c.problem()
	if err == nil {
		err = c.failed
	}
	if err == nil {
		err = c.late
	}
	if err == nil && len(c.outs) == 1 && c.outs[0].isText() {
		return c.outs[0].json, nil
	}
	values := make(deferred.Args, len(c.outs))
	for i, o := range c.outs {
		if err == nil {
			values[i], err = o.finish()
		}
	}
	switch {
	case err != nil:
		c.streams = 0
		return nil, err
	case len(values) == 0:
		return nil, nil
	case len(values) == 1:
		return values[0], nil // a promise is adopted
	}
	return values, nil
}

// end ends the context, unless the page can still read something.
func (c *Call) end() {
	c.over = true
	if c.streams > 0 {
		return
	}
	if c.cancel != nil {
		c.cancel(nil)
	}
	if c.unhear != nil {
		c.unhear()
	}
}

// abandon ends the call with an error that the function cannot be given.
func (c *Call) abandon(err error) {
	if c.over {
		seam.Report(err)
		return
	}
	if c.late == nil {
		c.late = err
	}
	c.own()
	c.cancel(err)
}
