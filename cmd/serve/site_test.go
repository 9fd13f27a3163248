package main

import (
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesAreServed(t *testing.T) {
	f := newFixture(t)
	for target, want := range map[string]string{"/": "front page", "/index.html": "front page", "/docs/": "documentation"} {
		w := f.get(target)
		assert.Equal(t, http.StatusOK, w.Code, target)
		assert.Equal(t, want, w.Body.String(), target)
		assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"))
		assert.Equal(t, "no-cache", w.Header().Get("Cache-Control"))
		assertPolicy(t, w)
	}
	tag := f.get("/").Header().Get("Etag")
	assert.Equal(t, http.StatusNotModified, f.get("/", "If-None-Match", tag).Code)
	f.write(map[string]string{"index.html": "another page"})
	assert.Equal(t, http.StatusOK, f.get("/", "If-None-Match", tag).Code)
}

func TestUnknownPagesGetAPageThatSaysSo(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/nothing", "/img/", "/docs/nothing.html", "/demo/nothing", "/dist", "/..%2fsite.css"} {
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

// The site's own file at this address starts a service worker that answers the demos.
func TestThisServerAnswersTheDemosItself(t *testing.T) {
	f := newFixture(t)
	f.write(map[string]string{"pages/demohost.js": "register", "demo/news.json": "a file"})
	w := f.get("/pages/demohost.js")
	assert.Equal(t, "text/javascript; charset=utf-8", w.Header().Get("Content-Type"))
	assert.Contains(t, w.Body.String(), "unregister()")
	assert.NotEqual(t, "a file", f.get("/demo/news.json").Body.String())
}

func TestHashedAddressesAreKeptForGood(t *testing.T) {
	f := newFixture(t)
	for name, kind := range map[string]string{
		"godeferred.js":   "text/javascript; charset=utf-8",
		"godeferred.wasm": "application/wasm",
	} {
		w := f.get("/" + built + "/" + name)
		assert.Equal(t, http.StatusOK, w.Code, name)
		assert.Equal(t, "public, max-age=31536000, immutable", w.Header().Get("Cache-Control"), name)
		assert.Equal(t, kind, w.Header().Get("Content-Type"), name)
		assertPolicy(t, w)
	}
}

func TestPlainAddressesAreAskedAboutEachTime(t *testing.T) {
	f := newFixture(t)
	first := f.get("/dist/godeferred.js")
	require.Equal(t, http.StatusOK, first.Code)
	assert.Equal(t, "script", first.Body.String())
	assert.Equal(t, "no-cache", first.Header().Get("Cache-Control"))
	tag := first.Header().Get("Etag")
	assert.Equal(t, http.StatusNotModified, f.get("/dist/godeferred.js", "If-None-Match", tag).Code)

	f.write(map[string]string{built + "/godeferred.js": "another script"})
	changed := f.get("/dist/godeferred.js", "If-None-Match", tag)
	assert.Equal(t, http.StatusOK, changed.Code)
	assert.Equal(t, "another script", changed.Body.String())
}

func TestTheBestCodingIsSent(t *testing.T) {
	f := newFixture(t)
	for _, row := range []struct{ accept, coding, body string }{
		{"br, gzip", "br", "br wasm"},
		{"gzip", "gzip", "gzip wasm"},
		{"", "", "plain wasm"},
	} {
		w := f.get("/dist/godeferred.wasm", "Accept-Encoding", row.accept)
		assert.Equal(t, row.body, w.Body.String())
		assert.Equal(t, row.coding, w.Header().Get("Content-Encoding"))
		assert.Equal(t, strconv.Itoa(len(row.body)), w.Header().Get("Content-Length"))
	}
}

func TestAPageOfAnOlderBuildDoesNotGetTheNewOne(t *testing.T) {
	f := newFixture(t)
	require.NoError(t, os.RemoveAll(filepath.Join(f.dir, filepath.FromSlash(built))))
	f.write(map[string]string{"dist/fedcba9876543210/godeferred.wasm": "newer wasm"})
	w := f.get("/" + built + "/godeferred.wasm")
	assert.Equal(t, http.StatusNotFound, w.Code)
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	assert.Equal(t, "newer wasm", f.get("/dist/godeferred.wasm").Body.String())
}

func TestOnlyFilesOfTheSiteAreServed(t *testing.T) {
	f := newFixture(t)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(f.dir), "secret.js"), []byte("secret"), 0o600))
	for _, target := range []string{
		"/dist/", "/dist/nothing.js", "/" + built, "/" + built + "/", "/dist/0000000000000000/godeferred.js",
		"/dist/%2e%2e/secret.js", "/dist/..%2fsecret.js", "/..%2fsecret.js", "/dist/%2fetc/passwd", "/" + built + "/..%2fgodeferred.js",
	} {
		w := f.get(target)
		assert.NotEqual(t, http.StatusOK, w.Code, target)
		assert.NotContains(t, w.Body.String(), "secret", target)
		assert.NotContains(t, w.Body.String(), "godeferred.wasm", "no listing: %s", target)
	}
}

func TestHeadAnswersWithoutABody(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/", "/docs/", "/site.css", "/dist/godeferred.wasm", "/demo/panel-content.html"} {
		assert.Equal(t, http.StatusOK, f.ask(http.MethodHead, target).Code, target)
	}
	w := f.ask(http.MethodHead, "/dist/godeferred.wasm", "Accept-Encoding", "br")
	assert.Empty(t, w.Body.String())
	assert.Equal(t, "7", w.Header().Get("Content-Length"))
}

func TestNoSiteSaysWhatToDo(t *testing.T) {
	for _, dir := range []string{filepath.Join(t.TempDir(), "site"), t.TempDir()} {
		_, err := openSite(dir)
		require.ErrorIs(t, err, fs.ErrNotExist)
		require.ErrorContains(t, err, "run `make build` first")
	}
}
