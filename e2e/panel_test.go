package e2e_test

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What a visitor of the first demo does and sees, with a real click.
func TestPanelOpensOnTheFirstClickAndLoadsOnce(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := harness.NewTab(t)
	tab.Open(demo + "/panel.html?key=once")
	tab.WaitFor(`!document.getElementById("open").disabled`)
	assert.Equal(t, 0, asked(t, demo, "once"))
	assert.True(t, harness.Eval[bool](tab, `getComputedStyle(document.getElementById("panel")).display === "none"`))

	tab.Click("#open")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Opened")`)
	served := get(t, demo+"/demo/panel-content.html?key=other")
	shown := harness.Eval[string](tab, `document.getElementById("content").innerHTML`)
	assert.Equal(t, strings.TrimSpace(served), strings.TrimSpace(shown))
	assert.True(t, harness.Eval[bool](tab, `document.getElementById("panel").offsetHeight > 50`))
	assert.Equal(t, "1", harness.Eval[string](tab, `getComputedStyle(document.getElementById("content")).opacity`))
	assert.Equal(t, "true", harness.Eval[string](tab, `document.getElementById("open").getAttribute("aria-expanded")`))

	tab.Click("#open")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Already open")`)
	assert.Equal(t, 1, asked(t, demo, "once"))
	assert.Empty(t, tab.Errors())
}

// A failure is shown, and can be tried again.
func TestPanelShowsAFailureAndTriesAgain(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := harness.NewTab(t)
	tab.Open(demo + "/panel.html?key=fails")
	tab.WaitFor(`!document.getElementById("open").disabled`)
	tab.Click("#fail")
	tab.Click("#open")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Failed")`)
	assert.Contains(t, harness.Eval[string](tab, `document.getElementById("reason").textContent`), "503")
	tab.Click("#fail")
	tab.Click("#retry")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Opened")`)
	assert.Equal(t, 2, asked(t, demo, "fails"))
}

// The same page in Firefox: it is served through the harness, which adds a script that clicks and
// reports. The policy goes, since the script is not the page's own.
func TestPanelInFirefox(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	harness.RunPage(t, harness.Firefox, "/panel.html?key=firefox", harness.With("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/panel.html" {
			withVisitor(demo, "panel", w, r)
		} else {
			through(demo)(w, r)
		}
	}), harness.With("/pages/panel.js", through(demo)), harness.With("/pages/timeline.js", through(demo)),
		harness.With("/pages/theme.js", through(demo)), harness.With("/pages/searchkey.js", through(demo)), harness.With("/pages/demohost.js", through(demo)), harness.With("/pages/startup.js", through(demo)), harness.With("/dist/{hash}/{file}", through(demo)))
}

// through passes requests on to the demo server, for as long as the browser wants an answer.
func through(demo string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		request, err := http.NewRequestWithContext(r.Context(), http.MethodGet, demo+r.URL.RequestURI(), nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		w.Header().Set("Content-Type", answer.Header.Get("Content-Type"))
		w.WriteHeader(answer.StatusCode)
		_, _ = io.Copy(w, answer.Body)
	}
}

func asked(t *testing.T, demo, key string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(get(t, demo+"/demo/count?path=/demo/panel-content.html&key="+key)))
	require.NoError(t, err)
	return n
}

func get(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, http.StatusOK, answer.StatusCode, url)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return string(body)
}
