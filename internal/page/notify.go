package page

import "context"

type notifyKey struct{}

// WithNotify returns a context under which Notify calls fn.
func WithNotify(ctx context.Context, fn func(v any)) context.Context {
	return context.WithValue(ctx, notifyKey{}, fn)
}

// Notify calls the function that WithNotify has put into ctx. Without one, it does nothing.
func Notify(ctx context.Context, v any) {
	if fn, is := ctx.Value(notifyKey{}).(func(v any)); is {
		fn(v)
	}
}
