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

func TestHashedAddressesAreKeptForGood(t *testing.T) {
	f := newFixture(t)
	assert.Regexp(t, `^/dist/[0-9a-f]{16}$`, f.dist.address())
	for name, kind := range map[string]string{
		"godeferred.js":   "text/javascript; charset=utf-8",
		"godeferred.wasm": "application/wasm",
	} {
		w := f.get(f.dist.address() + "/" + name)
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
	assert.Regexp(t, `^"[0-9a-f]{16}"$`, tag, "a strong tag")

	again := f.get("/dist/godeferred.js", "If-None-Match", tag)
	assert.Equal(t, http.StatusNotModified, again.Code)
	assert.Empty(t, again.Body.String())
	assert.Equal(t, tag, again.Header().Get("Etag"))

	f.build(map[string]string{"godeferred.js": "another script"})
	changed := f.get("/dist/godeferred.js", "If-None-Match", tag)
	assert.Equal(t, http.StatusOK, changed.Code)
	assert.Equal(t, "another script", changed.Body.String())
}

func TestEachCodingIsItsOwnAnswer(t *testing.T) {
	f := newFixture(t)
	tags := map[string]bool{}
	for _, row := range []struct{ accept, coding, body string }{
		{"br, gzip", "br", "br wasm"},
		{"gzip", "gzip", "gzip wasm"},
		{"", "", "plain wasm"},
	} {
		w := f.get("/dist/godeferred.wasm", "Accept-Encoding", row.accept)
		assert.Equal(t, row.body, w.Body.String())
		assert.Equal(t, row.coding, w.Header().Get("Content-Encoding"))
		assert.Equal(t, "application/wasm", w.Header().Get("Content-Type"))
		assert.Equal(t, "Accept-Encoding", w.Header().Get("Vary"))
		assert.Equal(t, strconv.Itoa(len(row.body)), w.Header().Get("Content-Length"))
		tags[w.Header().Get("Etag")] = true
	}
	assert.Len(t, tags, 3, "a strong tag names bytes, so each coding has its own")
}

func TestAPageOfAnOlderBuildDoesNotGetTheNewOne(t *testing.T) {
	f := newFixture(t)
	old := f.dist.address()
	f.build(map[string]string{"godeferred.wasm": "newer wasm"})
	assert.NotEqual(t, old, f.dist.address())
	w := f.get(old + "/godeferred.wasm")
	assert.Equal(t, http.StatusNotFound, w.Code)
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	assert.Equal(t, "newer wasm", f.get(f.dist.address()+"/godeferred.wasm").Body.String())
}

func TestAnIncompleteBuildDoesNotReplaceTheLastOne(t *testing.T) {
	f := newFixture(t)
	before := f.dist.address()
	require.NoError(t, os.Remove(filepath.Join(f.dir, "godeferred.wasm")))
	assert.Equal(t, before, f.dist.address())
	require.NoError(t, os.RemoveAll(f.dir))
	assert.Equal(t, "plain wasm", f.get(before+"/godeferred.wasm").Body.String())

	require.NoError(t, os.Mkdir(f.dir, 0o700))
	f.build(map[string]string{"godeferred.js": "script", "godeferred.wasm": "wasm in a new folder"})
	assert.Equal(t, "wasm in a new folder", f.get("/dist/godeferred.wasm").Body.String())
}

func TestTheHashCoversNamesAndBorders(t *testing.T) {
	hashes := map[string]bool{}
	for _, bodies := range []map[string][]byte{
		{"a": []byte("xy"), "b": []byte("z")},
		{"a": []byte("x"), "b": []byte("yz")},
		{"a": []byte("xy"), "c": []byte("z")},
		{"a": []byte("xyz")},
	} {
		hashes[hashAll(bodies)] = true
		assert.Equal(t, hashAll(bodies), hashAll(bodies), "the same each time")
	}
	assert.Len(t, hashes, 4)
}

func TestOnlyFilesOfTheBuildAreServed(t *testing.T) {
	f := newFixture(t)
	outside := filepath.Join(filepath.Dir(f.dir), "secret.js")
	require.NoError(t, os.WriteFile(outside, []byte("secret"), 0o600))
	require.NoError(t, os.Symlink(outside, filepath.Join(f.dir, "link.js")))
	require.NoError(t, os.Mkdir(filepath.Join(f.dir, "folder"), 0o700))
	hash := f.dist.address()
	for _, target := range []string{
		"/dist/", "/dist/folder", "/dist/folder/", "/dist/nothing.js", "/dist/link.js", hash, hash + "/", hash + "/link.js",
		"/dist/0000000000000000/godeferred.js", "/dist/%2e%2e/secret.js", "/dist/..%2fsecret.js", "/dist/%2fetc/passwd", hash + "/..%2fgodeferred.js",
	} {
		w := f.get(target)
		assert.NotEqual(t, http.StatusOK, w.Code, target)
		assert.NotContains(t, w.Body.String(), "secret", target)
		assert.NotContains(t, w.Body.String(), "godeferred.wasm", "no listing: %s", target)
	}
}

func TestHeadAnswersWithoutABody(t *testing.T) {
	f := newFixture(t)
	for _, target := range []string{"/", "/panel.html", "/site.css", "/dist/godeferred.wasm", "/demo/panel-content.html"} {
		assert.Equal(t, http.StatusOK, f.ask(http.MethodHead, target).Code, target)
	}
	w := f.ask(http.MethodHead, "/dist/godeferred.wasm", "Accept-Encoding", "br")
	assert.Empty(t, w.Body.String())
	assert.Equal(t, "7", w.Header().Get("Content-Length"))
}

func TestNoBuildSaysWhatToDo(t *testing.T) {
	_, err := openDist(filepath.Join(t.TempDir(), "dist"))
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, "run `make build` first")

	empty := t.TempDir()
	_, err = openDist(empty)
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, "godeferred.js is missing")
}
