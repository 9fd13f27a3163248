package e2e_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The README's snippets run as they stand there.
func TestSnippetsOfTheReadme(t *testing.T) {
	harness.RequireDist(t)
	readme, err := os.ReadFile(filepath.Join(harness.Root(), "README.md"))
	require.NoError(t, err)
	snippet := func(name string) string {
		m := regexp.MustCompile("(?s)<!-- snippet: " + name + " -->\n```js\n(.*?)```").FindSubmatch(readme)
		require.NotNil(t, m, "the README has no snippet %q", name)
		return string(m[1])
	}
	send := func(contentType, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write([]byte(text))
		}
	}
	t.Run("the page", func(t *testing.T) {
		server := harness.Serve(t,
			harness.With("/", send("text/html", `<!doctype html><title>before</title>
				<script src="/dist/godeferred.js" data-global="$"></script><script src="/app.js"></script>`)),
			harness.With("/app.js", send("text/javascript", snippet("app"))),
			harness.With("/news.json", send("application/json", `{"title": "the news"}`)))
		tab := harness.NewTab(t)
		tab.Open(server.URL + "/")
		tab.WaitFor(`document.title === "the news"`)
		assert.Empty(t, tab.Errors())
	})
	t.Run("the module", func(t *testing.T) {
		printed := harness.NodePrints(t, snippet("module"))
		assert.Equal(t, "5\n", printed)
	})
}
