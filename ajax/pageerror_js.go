package ajax

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// The errors of this package have names and fields in the page, where a function that Export has made rejects with them.

// PageErrorName makes the page's error a StatusError.
func (e *StatusError) PageErrorName() string { return "StatusError" }

// PageErrorFields gives the page's error status (a number), statusText, url, and response: a Response of the page's,
// whose text(), json() and the like have not been called.
func (e *StatusError) PageErrorFields() map[string]any {
	fields := map[string]any{"status": e.Response.Status, "statusText": e.Response.StatusText}
	return e.Response.describe(fields)
}

// PageErrorName makes the page's error a SyntaxError, as one of its own JSON.parse is.
func (e *ParseError) PageErrorName() string { return "SyntaxError" }

// PageErrorFields gives the page's error url and response: see StatusError.PageErrorFields.
func (e *ParseError) PageErrorFields() map[string]any { return e.Response.describe(map[string]any{}) }

// PageErrorName makes the page's error a NetworkError.
func (e *NetworkError) PageErrorName() string { return "NetworkError" }

// PageErrorFields gives the page's error url.
func (e *NetworkError) PageErrorFields() map[string]any { return map[string]any{"url": e.URL} }

// PageErrorName makes the page's error a TimeoutError, as one of AbortSignal.timeout is.
func (e *TimeoutError) PageErrorName() string { return "TimeoutError" }

// PageErrorFields gives the page's error url.
func (e *TimeoutError) PageErrorFields() map[string]any { return map[string]any{"url": e.URL} }

// describe adds url and response; no response where the page makes none with such a status.
func (r *Response) describe(fields map[string]any) map[string]any {
	fields["url"] = r.URL
	if response, err := r.pageResponse(); err == nil {
		fields["response"] = response
	}
	return fields
}

// pageResponse makes a Response of the page's.
func (r *Response) pageResponse() (safejs.Value, error) {
	body := r.content
	switch r.Status {
	case 204, 205, 304: // fetch: a null body status
		body = safejs.Null()
	}
	init := map[string]any{"status": r.Status, "statusText": r.StatusText, "headers": r.Headers}
	return page.New("Response", body, init)
}
