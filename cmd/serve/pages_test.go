package main

import (
	"html"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/godeferred/godeferred/web"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesNameTheCurrentBuild(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/", "/index.html", "/panel.html", "/news.html", "/queue.html", "/search.html", "/jquery.html"} {
		w := f.get(target)
		require.Equal(t, http.StatusOK, w.Code, target)
		assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"))
		assert.Equal(t, "no-cache", w.Header().Get("Cache-Control"))
		assert.Contains(t, w.Body.String(), `<script src="`+f.dist.address()+`/godeferred.js"`)
		assert.Contains(t, w.Body.String(), `<link rel="preload" href="`+f.dist.address()+`/godeferred.wasm" as="fetch"`)
		assert.NotContains(t, w.Body.String(), "{{")
		assertPolicy(t, w)
	}
}

func TestAPageIsNewOnceTheBuildIs(t *testing.T) {
	f := newFixture(t)
	tag := f.get("/").Header().Get("Etag")
	assert.Equal(t, http.StatusNotModified, f.get("/", "If-None-Match", tag).Code)
	f.build(map[string]string{"godeferred.js": "another script"})
	assert.Equal(t, http.StatusOK, f.get("/", "If-None-Match", tag).Code)
}

func TestWhatPagesUseIsServed(t *testing.T) {
	f := newFixture(t)
	for target, kind := range map[string]string{
		"/site.css":         "text/css; charset=utf-8",
		"/requests.css":     "text/css; charset=utf-8",
		"/pages/panel.js":   "text/javascript; charset=utf-8",
		"/pages/startup.js": "text/javascript; charset=utf-8",
		"/img/mark.svg":     "image/svg+xml",

		"/vendor/jquery.min.js":      "text/javascript; charset=utf-8",
		"/vendor/jquery.LICENSE.txt": "text/plain; charset=utf-8",
	} {
		w := f.get(target)
		assert.Equal(t, http.StatusOK, w.Code, target)
		assert.Equal(t, kind, w.Header().Get("Content-Type"), target)
		assert.NotEmpty(t, w.Header().Get("Etag"), target)
	}
}

func TestUnknownPagesGetAPageThatSaysSo(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/nothing", "/pages/", "/img/", "/404.html", "/content/panel-content.html", "/content/news.json", "/demo/nothing", "/layout.html", "/embed.go", "/src/"} {
		w := f.get(target)
		assert.Equal(t, http.StatusNotFound, w.Code, target)
		assert.Contains(t, w.Body.String(), "There is no page here", target)
		assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"), target)
		assertPolicy(t, w)
	}
}

func TestPagesAreReadOnly(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/", "/dist/godeferred.js", "/demo/panel-content.html"} {
		assert.Equal(t, http.StatusMethodNotAllowed, f.ask(http.MethodPost, target).Code, target)
	}
}

// A Go program's page has that program and the script that loads it, of one build.
func TestPagesOfGoProgramsNameTheirProgram(t *testing.T) {
	f := newFixture(t)
	for name, body := range map[string]string{"gallery": "gallery wasm", "client": "client wasm", "factbook": "factbook wasm"} {
		page := f.get("/" + name + ".html").Body.String()
		program := f.dist.address() + "/examples/" + name + ".wasm"
		assert.Contains(t, page, `<script src="`+f.dist.address()+`/godeferred.js" data-wasm="`+program+`"`)
		w := f.get(program)
		assert.Equal(t, body, w.Body.String())
		assert.Equal(t, "application/wasm", w.Header().Get("Content-Type"))
		assert.Equal(t, "public, max-age=31536000, immutable", w.Header().Get("Cache-Control"))
	}
	old := f.dist.address()
	f.build(map[string]string{"examples/client.wasm": "another client wasm"})
	assert.NotEqual(t, old, f.dist.address())
	assert.Equal(t, http.StatusNotFound, f.get(old+"/examples/client.wasm").Code)
}

// The browser asks for the program while it still reads the page, and not once the script has run.
func TestPagesPreloadTheirProgram(t *testing.T) {
	program := regexp.MustCompile(`src="([^"]+/godeferred)\.js"(?: data-wasm="([^"]+)")?`)
	pages := 0
	walk(t, ".html", func(name, body string) {
		found := program.FindStringSubmatch(body)
		if found == nil {
			return
		}
		pages++
		address := found[2]
		if address == "" {
			address = found[1] + ".wasm"
		}
		assert.Contains(t, body, `<link rel="preload" href="`+address+`" as="fetch" type="application/wasm" crossorigin>`, name)
	})
	assert.Greater(t, pages, 8)
}

// The policy would only show in a browser; this shows it to who edits a page.
func TestPagesHaveNothingInline(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<style|\sstyle\s*=|<script(>|\s[^>]*>\s*[^<\s])|\son[a-z]+\s*=|javascript:|https?://`)
	walk(t, ".html", func(name, body string) {
		shown := regexp.MustCompile(`(?s)<pre.*?</pre>`).ReplaceAllString(body, "")
		assert.Empty(t, inline.FindString(shown), name)
	})
}

func TestEveryLocalAddressInAPageIsThere(t *testing.T) {
	f := newFixture(t)
	walk(t, ".html", func(name, body string) {
		for _, match := range regexp.MustCompile(`(?:href|src)="([^"#]+)`).FindAllStringSubmatch(body, -1) {
			target := strings.ReplaceAll(match[1], "{{dist}}", f.dist.address())
			assert.Equal(t, http.StatusOK, f.get(target).Code, "%s refers to %s", name, target)
		}
	})
}

// What a demo page shows as its source stands in its script, or in a file of the Go program behind it, between two
// comments.
func TestDemoPagesShowTheirOwnSource(t *testing.T) {
	for name, source := range map[string]string{
		"panel":    "web/pages/panel.js",
		"news":     "web/pages/news.js",
		"queue":    "web/pages/queue.js",
		"search":   "web/pages/search.js",
		"jquery":   "web/pages/jquery.js",
		"gallery":  "examples/gallery/frame_js.go",
		"client":   "examples/client/api_js.go",
		"factbook": "examples/factbook/main_js.go",
	} {
		program, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(source)))
		require.NoError(t, err)
		page, err := fs.ReadFile(web.Files, name+".html")
		require.NoError(t, err)

		real := regexp.MustCompile(`(?s)// shown:begin\n(.*?)\n+\t*// shown:end`).FindSubmatch(program)
		require.NotNil(t, real, name)
		shown := regexp.MustCompile(`(?s)<pre id="source"[^>]*><code>(.*?)</code>`).FindSubmatch(page)
		require.NotNil(t, shown, name)
		assert.Equal(t, dedent(string(real[1])), html.UnescapeString(string(shown[1])), name)
	}
}

// dedent takes the first line's tabs off every line, and makes those that remain two blanks.
func dedent(lines string) string {
	margin := lines[:len(lines)-len(strings.TrimLeft(lines, "\t"))]
	lines = strings.ReplaceAll(strings.TrimPrefix(lines, margin), "\n"+margin, "\n")
	return strings.ReplaceAll(lines, "\t", "  ")
}

func walk(t *testing.T, ext string, visit func(name, body string)) {
	t.Helper()
	require.NoError(t, walkFiles(web.Files, func(name string) error {
		body, err := fs.ReadFile(web.Files, name)
		if path.Ext(name) == ext {
			visit(name, string(body))
		}
		return err
	}))
}
