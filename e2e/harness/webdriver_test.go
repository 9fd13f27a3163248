package harness

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A script that a navigation interrupts has said nothing of the page: whoever waits asks the next one.
func TestAScriptOfAPageThatIsLeftFailsWithErrPageLeft(t *testing.T) {
	for code, left := range map[string]bool{"no such frame": true, "no such window": false, "javascript error": false} {
		t.Run(code, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(http.StatusNotFound)
				_, _ = io.WriteString(w, `{"value":{"error":"`+code+`","message":"why","stacktrace":""}}`)
			}))
			defer server.Close()
			err := (&webDriver{url: server.URL}).script(t.Context(), "return 1", nil)
			assert.ErrorContains(t, err, `"why"`)
			if left {
				assert.ErrorIs(t, err, errPageLeft)
			} else {
				assert.NotErrorIs(t, err, errPageLeft)
			}
		})
	}
}
