package main

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/internal/build"
)

func files(texts map[string]string) fstest.MapFS {
	made := fstest.MapFS{}
	for name, text := range texts {
		made[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return made
}

func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestAPageGetsTheScriptThatReloadsIt(t *testing.T) {
	s := &site{live: newLive(), title: "app<1>", layers: []fs.FS{
		files(map[string]string{"index.html": "<h1>mine</h1>", "both.js": "page", "index.html.br": "old", "both.js.gz": "old", "data.gz": "whole", "docs/index.html": "docs"}),
		files(map[string]string{"both.js": "build", "app.wasm": "wasm"}),
	}}
	h := godeferred.FileServer(s)
	now, _ := s.live.state()
	tag := `<script src="/godeferred-live/live.js" data-version="` + now.Version + `"></script>`
	assert.Equal(t, "<h1>mine</h1>\n"+tag+"\n", get(h, "/", "Accept-Encoding", "br").Body.String())
	assert.Equal(t, "docs\n"+tag+"\n", get(h, "/docs/").Body.String())
	assert.Equal(t, "page", get(h, "/both.js", "Accept-Encoding", "gzip").Body.String(), "the page's own, as it is now")
	assert.Equal(t, "wasm", get(h, "/app.wasm").Body.String())
	assert.Equal(t, "whole", get(h, "/data.gz").Body.String())
	assert.Equal(t, http.StatusNotFound, get(h, "/nothing.html").Code)
	assert.Equal(t, http.StatusNotFound, get(h, "/both.js.gz").Code)

	// Another version is another page.
	before := get(h, "/").Header().Get("Etag")
	s.live.set(nil, true)
	assert.NotEqual(t, before, get(h, "/").Header().Get("Etag"))

	s.layers = s.layers[1:]
	page := get(h, "/").Body.String()
	assert.Contains(t, page, `<script src="godeferred.js"></script>`)
	assert.Contains(t, page, `<title>app&lt;1&gt;</title>`)
	assert.Contains(t, page, `/godeferred-live/live.js`)
	assert.True(t, strings.HasPrefix(page, "<!doctype html>"))
}

// What a policy such as "default-src 'none'; script-src 'self'" would stop.
func TestTheScriptWorksUnderStrictPolicies(t *testing.T) {
	for _, stopped := range []string{"eval", "innerHTML", "insertAdjacentHTML", "document.write", "new Function", ".style.", "cssText", `"style"`, "setTimeout(\""} {
		assert.NotContains(t, strings.ReplaceAll(string(script), "there is no eval", ""), stopped)
	}
}

func TestWhatIsNoFileGoesToTheServerBehind(t *testing.T) {
	behind := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(r.Method + " " + r.URL.RequestURI() + " of " + r.Header.Get("X-Forwarded-Host")))
	}))
	defer behind.Close()
	address, err := url.Parse(behind.URL)
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "app.wasm"), []byte("wasm"), 0o600))
	state := newLive()
	state.set(nil, true)
	h := newHandler(build.Program{Package: "./app", Out: dir}, "", address, state)
	assert.Equal(t, "wasm", get(h, "/app.wasm").Body.String())
	assert.Contains(t, get(h, "/").Body.String(), "godeferred.js")
	assert.Contains(t, get(h, "/godeferred-live/live.js").Body.String(), "EventSource")
	assert.Equal(t, "GET /search?q=a%20b of example.com", get(h, "/search?q=a%20b").Body.String())
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/app.wasm", nil))
	assert.Equal(t, "POST /app.wasm of example.com", w.Body.String())
}

// The folder of pages is often where the last release was built to.
func TestAnEarlierBuildIsNotServed(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	for file, text := range map[string]string{
		filepath.Join(dir, "app.wasm"): "old", filepath.Join(dir, "mine.js"): "mine", filepath.Join(dir, "app.wasm.br"): "old br",
		filepath.Join(out, "app.wasm"): "new", filepath.Join(out, "mine.js"): "no build's",
		filepath.Join(out, "godeferred.json"): `{"godeferred": "0.1.0", "files": [{"path": "app.wasm"}]}`,
	} {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	}
	state := newLive()
	state.set(nil, true)
	h := newHandler(build.Program{Package: "./app", Out: out}, dir, nil, state)
	assert.Equal(t, "new", get(h, "/app.wasm", "Accept-Encoding", "br").Body.String())
	assert.Equal(t, "mine", get(h, "/mine.js").Body.String())
}

// A page that is opened at once has its scripts.
func TestRequestsWaitForTheFirstBuild(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		state := newLive()
		h := state.hold(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("built")) }))
		answers := make(chan string, 1)
		go func() { answers <- get(h, "/").Body.String() }()
		synctest.Wait()
		assert.Empty(t, answers)
		state.set(errors.New("it does not compile"), false)
		assert.Equal(t, "built", <-answers)
		assert.Equal(t, "built", get(h, "/").Body.String())
	})
}
