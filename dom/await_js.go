package dom

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Await blocks its goroutine until the next event of that name on target, or the end of ctx. Inside
// a function that the page has called, it returns deferred.ErrWouldBlock at once.
func Await(ctx context.Context, target safejs.Value, event string) (safejs.Value, error) {
	if page.WouldBlock() {
		return safejs.Undefined(), page.ErrWouldBlock
	}
	came := make(chan safejs.Value, 1)
	stop, err := Once(ctx, target, event, func(event safejs.Value) { came <- event })
	if err != nil {
		return safejs.Undefined(), err
	}
	defer stop()
	select {
	case event := <-came:
		return event, nil
	case <-ctx.Done():
		return safejs.Undefined(), context.Cause(ctx)
	}
}

// Ready blocks its goroutine until the document is parsed (DOMContentLoaded), or the end of ctx.
func Ready(ctx context.Context) error {
	document, err := safejs.Global().Get("document")
	if err != nil {
		return err
	}
	if document.Type() != safejs.TypeObject {
		return errors.New("dom.Ready needs a document, and there is none here: in a worker, for example")
	}
	state, err := page.Get(document, "readyState")
	if err != nil {
		return err
	}
	if loading, err := state.String(); err != nil || loading != "loading" {
		return err
	}
	_, err = Await(ctx, document, "DOMContentLoaded")
	return err
}
