package ajax

import (
	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// A Head is what an answer begins with.
type Head struct {
	Status     int
	StatusText string // as the server put it; empty over HTTP/2 and later
	URL        string // where it came from, after redirects

	// Headers is the page's Headers object.
	Headers safejs.Value
}

// Header returns a header's values, joined by commas; "" where it is missing or the page may not
// see it. The case of its name does not matter.
func (h *Head) Header(name string) string {
	value, err := h.Headers.Call("get", name)
	if err != nil || value.Type() != safejs.TypeString {
		return ""
	}
	s, err := value.String()
	if err != nil {
		return ""
	}
	return s
}

// headOf copies the fields of the page's response.
func headOf(from safejs.Value) (h Head, err error) {
	status, err := from.Get("status")
	if err != nil {
		return h, err
	}
	if h.Status, err = status.Int(); err != nil {
		return h, err
	}
	if h.StatusText, err = page.String(from, "statusText"); err != nil {
		return h, err
	}
	if h.URL, err = page.String(from, "url"); err != nil {
		return h, err
	}
	h.Headers, err = from.Get("headers")
	return h, err
}
