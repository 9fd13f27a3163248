package page

import "context"

type notifyKey struct{}

// WithNotify returns a context under which Notify calls fn.
func WithNotify(ctx context.Context, fn func(v any)) context.Context {
	return context.WithValue(ctx, notifyKey{}, fn)
}

// Notify passes v on to whoever waits for what runs under ctx; nobody may.
func Notify(ctx context.Context, v any) {
	if fn, is := ctx.Value(notifyKey{}).(func(v any)); is {
		fn(v)
	}
}
