// Command borderprogram is the Go program of e2e/pages/program/border.js: it passes values, streams and deferreds
// between Go and the page in each browser.
package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/page"
)

func main() {
	for name, fn := range map[string]page.Func{
		"values": values, "floats": floats, "bytes": bytes, "sum": sum, "count": count, "text": text, "length": length,
		"made": made, "handed": handed, "signal": signal, "live": live,
	} {
		page.Export(name, fn)
	}
	page.Run()
}

func values(context.Context, deferred.Args) (any, error) {
	return []any{[]int16{-1}, []int64{5}, time.UnixMilli(5), 1500 * time.Microsecond}, nil
}

// floats passes numbers there and back.
func floats(_ context.Context, args deferred.Args) (any, error) { return args.Float32s(0) }

func bytes(_ context.Context, args deferred.Args) (any, error) { return args.Bytes(0) }

// sum adds up what an iterable of the page's gives.
func sum(ctx context.Context, args deferred.Args) (any, error) {
	total := 0.0
	for value, err := range deferred.Iterate(ctx, args.At(0)) {
		if err != nil {
			return nil, err
		}
		n, err := deferred.Args{value}.Float(0)
		if err != nil {
			return nil, err
		}
		if total += n; total > 100 {
			break
		}
	}
	return total, nil
}

// count is a sequence that never ends.
func count(context.Context, deferred.Args) (any, error) {
	return deferred.AsyncIterable(func(yield func(int, error) bool) {
		for i := 0; yield(i, nil); i++ {
		}
	})
}

func text(_ context.Context, args deferred.Args) (any, error) {
	n, err := args.Int(0)
	if err != nil {
		return nil, err
	}
	return deferred.ReadableStream(strings.NewReader(strings.Repeat("x", n)))
}

// length reads a stream of the page's to its end.
func length(ctx context.Context, args deferred.Args) (any, error) {
	r, err := deferred.NewReader(ctx, args.At(0))
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	return io.Copy(io.Discard, r)
}

// made answers a deferred that the page settles, and what Go has got of it.
func made(ctx context.Context, _ deferred.Args) (any, error) {
	d := deferred.New[int]()
	value, err := deferred.DeferredToJS(d, func(args deferred.Args) (int, error) { return args.Int(0) })
	if err != nil {
		return nil, err
	}
	double, err := deferred.ToJS(deferred.Then(d.Promise(), func(n int) (int, error) { return 2 * n, nil }))
	return map[string]any{"deferred": value, "double": double}, err
}

// handed settles a deferred of the page's.
func handed(_ context.Context, args deferred.Args) (any, error) {
	d, err := deferred.DeferredFromJS(args.At(0))
	if err != nil {
		return nil, err
	}
	d.Notify("half")
	d.Resolve(args[1:])
	return nil, nil
}

// signal answers a signal that another aborts.
func signal(_ context.Context, args deferred.Args) (any, error) {
	ctx, _, err := deferred.WithSignal(context.Background(), args.At(0)) //nolint:govet // the page's abort ends it
	if err != nil {
		return nil, err
	}
	signal, _, err := deferred.Signal(ctx)
	return map[string]any{"signal": signal}, err
}

func live(context.Context, deferred.Args) (any, error) { return seam.Live(), nil }
