package e2e_test

import (
	"bytes"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// onAnyHost answers with the files of the site, as any static host does, and adds to its pages a script that listens from
// the first line on, and one that visits.
func onAnyHost(t *testing.T, visitor string) []harness.Option {
	t.Helper()
	site := harness.RequireSite(t)
	files := http.FileServerFS(os.DirFS(site))
	page := func(w http.ResponseWriter, r *http.Request) {
		answer := httptest.NewRecorder()
		answer.Body = &bytes.Buffer{}
		files.ServeHTTP(answer, r)
		body := bytes.Replace(answer.Body.Bytes(), []byte("<head>"), []byte(`<head><script src="/pages/visitors/listens.js"></script>`), 1)
		body = bytes.Replace(body, []byte("</body>"), []byte(`<script type="module" src="/pages/visitors/`+visitor+`.js"></script></body>`), 1)
		w.Header().Set("Content-Type", answer.Header().Get("Content-Type"))
		w.WriteHeader(answer.Code)
		_, _ = w.Write(body) // a browser that has gone away is no matter
	}
	options := []harness.Option{harness.With("/", page), harness.With("/dist/{hash}/{file}", files.ServeHTTP)}
	// One by one: /pages/ itself is the folder of the tests' pages.
	scripts, err := filepath.Glob(filepath.Join(site, "pages", "*.js"))
	require.NoError(t, err)
	for _, script := range scripts {
		options = append(options, harness.With("/pages/"+filepath.Base(script), files.ServeHTTP))
	}
	return options
}

// The site is static files: its front page and a demo work on a host that knows nothing of them.
func TestTheSiteWorksOnAnyHost(t *testing.T) {
	t.Parallel()
	for visitor, page := range map[string]string{"front": "/", "animations": "/animations.html", "documentation": "/docs/api/then.html"} {
		t.Run(visitor, func(t *testing.T) {
			t.Parallel()
			options := onAnyHost(t, visitor)
			harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, page, options...) })
		})
	}
}

// Where there is no demo server, a service worker answers the demos' requests, and answers as that server does.
func TestTheDemosAreAnsweredOnAnyHost(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	options := append(onAnyHost(t, "demoserver"), harness.With("/real/", beneath(t, "/real", demo)), harness.AllowErrors())
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/news.html", options...) })
}

func TestTheChoiceOfColoursStays(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	site := harness.StartDemo(t)
	paper := `getComputedStyle(document.body).backgroundColor`
	tab.Open(site + "/")
	light := harness.Eval[string](tab, paper)
	choose := func(theme string) {
		harness.Eval[bool](tab, `((choice) => { choice.value = "`+theme+`"; return choice.dispatchEvent(new Event("change")); })(document.querySelector("#theme"))`)
	}
	choose("dark")
	dark := harness.Eval[string](tab, paper)
	assert.NotEqual(t, light, dark)
	tab.Open(site + "/demos.html")
	assert.Equal(t, dark, harness.Eval[string](tab, paper), "on the next page")
	assert.Equal(t, "dark", harness.Eval[string](tab, `document.querySelector("#theme").value`))
	choose("")
	assert.Equal(t, light, harness.Eval[string](tab, paper), "the system's")
	assert.Empty(t, tab.Errors())
}

// What the front page shows for the core alone runs in Node, with the names that it leaves open.
func TestTheFrontPagesExampleOfTheCoreRuns(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(filepath.Join(harness.Root(), "web", "index.html"))
	require.NoError(t, err)
	shown := regexp.MustCompile(`(?s)Example for the core alone"><code[^>]*>(.*?)</code>`).FindSubmatch(page)
	require.NotNil(t, shown)
	code := strings.Replace(html.UnescapeString(string(shown[1])), "godeferred/core", filepath.Join(harness.RequireDist(t), "core.mjs"), 1)
	printed := harness.NodePrints(t, `
		const urls = ["a", "b", "c", "d", "e"], stop = {}, loaded = [];
		const load = (url) => { loaded.push(url); return new Promise(() => {}); };
		`+code+`
		stop.onclick();
		await job.then(() => console.log("never"), () => console.log(loaded.join(" "), job.state()));
	`)
	assert.Equal(t, "a b c rejected\n", printed)
}

// Each block to copy has its button, which says what it has done.
func TestLinesToInstallAreCopied(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/")
	assert.Equal(t, 3, harness.Eval[int](tab, `document.querySelectorAll(".copy").length`))
	harness.Eval[bool](tab, `(Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } }), true)`)
	tab.Click(".copy")
	tab.WaitFor(`document.querySelector(".copy").textContent === "Copied"`)
	assert.Equal(t, "npm install godeferred", harness.Eval[string](tab, `window.copied`))
	harness.Eval[bool](tab, `(navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden")), true)`)
	tab.Click(".install .copy")
	tab.WaitFor(`getSelection().toString() === "npm install godeferred"`)
	assert.Empty(t, tab.Errors())
}
