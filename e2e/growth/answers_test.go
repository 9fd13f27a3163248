package growth

import (
	"io"
	"net/http"

	"github.com/godeferred/godeferred/e2e/harness"
)

// answers are what the rows about scripts and images ask for.
func answers() []harness.Option {
	answer := func(kind, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = io.WriteString(w, body)
		}
	}
	return []harness.Option{
		harness.With("/script", answer("text/javascript", "")),
		harness.With("/image.svg", answer("image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`)),
	}
}
