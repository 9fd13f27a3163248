package ajax

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// origins returns scheme and host of the page, and of a URL there; "" where there are none.
func origins(url string) (here, of string) {
	var base any = safejs.Undefined()
	if location, err := safejs.Global().Get("location"); err == nil && page.IsObject(location) {
		here = hostOf(location)
		if href, err := location.Get("href"); err == nil {
			base = href
		}
	}
	parsed, err := page.New("URL", url, base)
	if err != nil {
		return here, ""
	}
	return here, hostOf(parsed)
}

func hostOf(of safejs.Value) string {
	protocol, err := page.String(of, "protocol")
	if err != nil {
		return ""
	}
	host, err := page.String(of, "host")
	if err != nil {
		return ""
	}
	return protocol + "//" + host
}

// await is page.Await for a promise that the end of ctx rejects. That rejection is expected and must not be reported as
// unhandled, even if it comes before the promise is waited for.
func await(ctx context.Context, promise safejs.Value) ([]safejs.Value, error) {
	values, err := page.Await(ctx, promise)
	if err != nil && context.Cause(ctx) != nil {
		if nothing, err := safejs.Global().Get("Boolean"); err == nil {
			_, _ = page.Call(promise, "then", safejs.Undefined(), nothing)
		}
	}
	return values, err
}
