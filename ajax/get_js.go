package ajax

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// Get requests url and waits for the whole answer. It fails with
//
//   - a page.TypeError for a URL that is not to be requested (see API §5: http:, https:, blob:,
//     data: and relative ones are)
//   - a *StatusError for an answer that does not succeed (see Succeeded)
//   - a *ParseError for JSON that is none
//   - a *NetworkError for no answer, or a broken one
//   - the cause of ctx's end, if that comes first; the request is aborted then.
//
// It blocks its goroutine: never call it in a page.Handler.
func Get(ctx context.Context, url string, opts ...Option) (*Response, error) {
	req, err := newRequest("GET", url, opts)
	if err != nil {
		return nil, err
	}
	return do(ctx, req)
}

// Check tells beforehand whether Get would refuse url.
func Check(url string) error { return checkURL(url) }

func do(ctx context.Context, req *request) (*Response, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	signal, release, err := abortedBy(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	from, err := fetch(ctx, req, signal)
	if err != nil {
		return nil, req.failed(ctx, err)
	}
	resp, err := read(ctx, from)
	if err != nil {
		return nil, req.failed(ctx, err)
	}
	err = resp.parse()
	if !Succeeded(resp.Status) {
		return nil, &StatusError{Response: resp}
	}
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func fetch(ctx context.Context, req *request, signal safejs.Value) (safejs.Value, error) {
	init := map[string]any{"method": req.method, "signal": signal}
	if len(req.headers) > 0 {
		headers := make([]any, len(req.headers))
		for i, pair := range req.headers {
			headers[i] = []any{pair[0], pair[1]}
		}
		init["headers"] = headers
	}
	promise, err := safejs.Global().Call("fetch", req.url, init)
	if err != nil {
		return promise, page.Caught(err)
	}
	values, err := page.Await(ctx, promise)
	if err != nil {
		return promise, err
	}
	return values[0], nil
}

// failed says what an error means: the end of ctx, which shows as the page's AbortError when the
// abort is noticed first, or the network.
func (r *request) failed(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return &NetworkError{URL: r.url, Err: err}
}

// abortedBy returns a signal that the end of ctx aborts.
func abortedBy(ctx context.Context) (signal safejs.Value, release func() bool, err error) {
	constructor, err := safejs.Global().Get("AbortController")
	if err != nil {
		return signal, nil, err
	}
	controller, err := constructor.New()
	if err != nil {
		return signal, nil, err
	}
	if signal, err = controller.Get("signal"); err != nil {
		return signal, nil, err
	}
	release = context.AfterFunc(ctx, func() {
		page.Go(func() error {
			_, err := controller.Call("abort")
			return page.Caught(err)
		})
	})
	return signal, release, nil
}
