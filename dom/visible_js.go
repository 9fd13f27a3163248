package dom

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// View says what counts as coming into view: the options of IntersectionObserver. The zero value
// means any part of the element in the window.
type View struct {
	RootMargin string  // such as "80px": that much outside of the window counts, too
	Threshold  float64 // how much of the element has to be in view, from 0 to 1
}

// Visible blocks its goroutine until the element first comes into view, or the end of ctx.
// Inside a function that the page has called, it returns deferred.ErrWouldBlock at once.
func Visible(ctx context.Context, element safejs.Value, view View) error {
	if !isElement(element) {
		return page.Wrong("element", "an element", element)
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	if page.WouldBlock() {
		return page.ErrWouldBlock
	}
	var owner page.Owner
	defer owner.Release()
	came := make(chan struct{}, 1)
	callback, err := owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
		n, err := args[0].Length()
		for i := 0; err == nil && i < n; i++ {
			var entry, is safejs.Value
			if entry, err = args[0].Index(i); err != nil {
				break
			}
			if is, err = entry.Get("isIntersecting"); err != nil {
				break
			}
			if yes, _ := is.Bool(); yes {
				select {
				case came <- struct{}{}:
				default:
				}
			}
		}
		return nil, err
	})
	if err != nil {
		return err
	}
	options := map[string]any{"threshold": view.Threshold}
	if view.RootMargin != "" {
		options["rootMargin"] = view.RootMargin
	}
	observer, err := page.New("IntersectionObserver", callback, options)
	if err != nil {
		return err
	}
	// Before the callback is released: it is not called any more.
	defer func() { _, _ = observer.Call("disconnect") }()
	if _, err := observer.Call("observe", element); err != nil {
		return page.Caught(err)
	}
	select {
	case <-came:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
