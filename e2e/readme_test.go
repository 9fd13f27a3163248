package e2e_test

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The README's snippets run as they stand there.
func TestSnippetsOfTheReadme(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	readme, err := os.ReadFile(filepath.Join(harness.Root(), "README.md"))
	require.NoError(t, err)
	snippet := func(name string) string {
		m := regexp.MustCompile("(?s)<!-- snippet: " + name + " -->\n```(?:js|go|html)\n(.*?)```").FindSubmatch(readme)
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
	t.Run("core.mjs", func(t *testing.T) {
		printed := harness.NodePrints(t, snippet("core"))
		assert.Equal(t, "11\n", printed)
	})
	t.Run("devtools", func(t *testing.T) {
		server := harness.Serve(t, harness.With("/", send("text/html", `<!doctype html><title>before</title>
			<script src="/dist/godeferred.js"></script>`)))
		tab := harness.NewTab(t)
		tab.Open(server.URL + "/")
		assert.Equal(t, 1, harness.Eval[int](tab, `(async () => {
			`+snippet("devtools")+`
			return document.querySelectorAll("godeferred-devtools").length;
		})()`))
		assert.Empty(t, tab.Errors())
	})
	t.Run("workers", func(t *testing.T) {
		server := harness.Serve(t, harness.Program(t, "./internal/pageprogram"),
			harness.With("/", send("text/html", `<!doctype html><title>before</title>
				<script src="/dist/godeferred.js" data-wasm="/artifacts/pageprogram.wasm"></script><script type="module" src="/workers.js"></script>`)),
			harness.With("/workers.js", send("text/javascript", snippet("workers")+"document.title = counts.join()")))
		tab := harness.NewTab(t)
		tab.Open(server.URL + "/")
		tab.WaitFor(`document.title === "17984,25997"`)
		assert.Empty(t, tab.Errors())
	})
	t.Run("the program", func(t *testing.T) {
		source := filepath.Join(t.TempDir(), "app")
		require.NoError(t, os.WriteFile(source+".go", []byte(snippet("program")), 0o644))
		program := harness.Program(t, source+".go") // /artifacts/app.go.wasm
		file := func(name string) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				http.ServeFile(w, r, filepath.Join(harness.Root(), name))
			}
		}
		server := harness.Serve(t, program,
			harness.With("/", send("text/html", snippet("program page"))),
			harness.With("/godeferred.js", file("dist/godeferred.js")),
			harness.With("/app.wasm", file("e2e/artifacts/app.go.wasm")),
			harness.With("/news.json", send("application/json", `{"title": "the news"}`)))
		tab := harness.NewTab(t)
		tab.Open(server.URL + "/")
		tab.WaitFor(`document.title === "the news"`)
		assert.Equal(t, "argument 1 must be a string, not 5",
			harness.Eval[string](tab, `godeferred.go.news(5).catch((error) => error instanceof TypeError && error.message)`))
		assert.Equal(t, "enough", harness.Eval[string](tab,
			`godeferred.go.news("/news.json", { signal: AbortSignal.abort("enough") }).catch((reason) => reason)`))
		assert.True(t, harness.Eval[bool](tab, "godeferred.ready.then((given) => given === godeferred)"))
		assert.Empty(t, tab.Errors())
	})
	t.Run("typed functions and classes", func(t *testing.T) {
		// In a folder of this module, where the build needs no network.
		folder, err := os.MkdirTemp(filepath.Join(harness.Root(), "internal", "generate", "testdata"), "made")
		require.NoError(t, err)
		t.Cleanup(func() { _ = os.RemoveAll(folder) })
		app := filepath.Join(folder, "app")
		require.NoError(t, os.Mkdir(app, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(app, "main.go"), []byte(snippet("typed program")), 0o644))
		module, err := filepath.Rel(harness.Root(), app)
		require.NoError(t, err)
		build := exec.Command("go", "run", "./cmd/godeferred", "build", "-debug", "-o", filepath.Join(folder, "static"), "./"+filepath.ToSlash(module))
		build.Dir = harness.Root()
		text, err := build.CombinedOutput()
		require.NoError(t, err, string(text))
		here, err := filepath.Rel(harness.Root(), folder)
		require.NoError(t, err)
		printed := harness.NodePrints(t, strings.Replace(snippet("typed page"), `"./app.js"`, `"./`+filepath.ToSlash(here)+`/static/app.mjs"`, 1)+"\nprocess.exit(0);")
		assert.Equal(t, "black tea\n", printed)
	})
}
