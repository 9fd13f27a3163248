package ajax

import (
	"context"

	"github.com/godeferred/godeferred/internal/page"
)

// Get requests url: see Do.
func Get(ctx context.Context, url string, opts ...Option) (*Response, error) {
	return send(ctx, "GET", url, nil, opts)
}

// GetJSON requests url, and has the answer's Data parsed whatever its content type says.
func GetJSON(ctx context.Context, url string, opts ...Option) (*Response, error) {
	return send(ctx, "GET", url, nil, append([]Option{func(r *Request) { r.JSON = true }}, opts...))
}

// Post sends body to url: see Request.Body, and Do.
func Post(ctx context.Context, url string, body any, opts ...Option) (*Response, error) {
	return send(ctx, "POST", url, body, opts)
}

// Put sends body to url: see Request.Body, and Do.
func Put(ctx context.Context, url string, body any, opts ...Option) (*Response, error) {
	return send(ctx, "PUT", url, body, opts)
}

// Patch sends body to url: see Request.Body, and Do.
func Patch(ctx context.Context, url string, body any, opts ...Option) (*Response, error) {
	return send(ctx, "PATCH", url, body, opts)
}

// Delete asks for what is at url to be deleted: see Do.
func Delete(ctx context.Context, url string, opts ...Option) (*Response, error) {
	return send(ctx, "DELETE", url, nil, opts)
}

func send(ctx context.Context, method, url string, body any, opts []Option) (*Response, error) {
	req := &Request{Method: method, URL: url, Body: body}
	err := page.Contained(func() error {
		for _, opt := range opts {
			opt(req)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return Do(ctx, req)
}
