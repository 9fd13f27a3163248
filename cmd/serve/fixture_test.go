package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/godeferred/godeferred/web"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fixture is the whole server over a small site, with delays that are noted instead of waited out.
type fixture struct {
	t       *testing.T
	dir     string
	modules string
	handler http.Handler
	waited  []time.Duration
	waitErr error
}

// built is the folder of the fixture's build.
const built = "dist/0123456789abcdef"

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{t: t, dir: t.TempDir(), modules: t.TempDir()}
	f.write(map[string]string{
		"index.html":      "front page",
		"docs/index.html": "documentation",
		"404.html":        "There is no page here",
		"site.css":        "style",
		"img/mark.svg":    "mark",

		built + "/godeferred.js":      "script",
		built + "/godeferred.wasm":    "plain wasm",
		built + "/godeferred.wasm.br": "br wasm",
		built + "/godeferred.wasm.gz": "gzip wasm",
	})
	site, err := openSite(f.dir)
	require.NoError(t, err)
	f.handler = newHandler(web.Content, site, f.modules, func(_ context.Context, d time.Duration) error {
		f.waited = append(f.waited, d)
		return f.waitErr
	})
	return f
}

// write puts files into the site's folder. Those named before and not now stay.
func (f *fixture) write(files map[string]string) {
	f.t.Helper()
	for name, body := range files {
		file := filepath.Join(f.dir, filepath.FromSlash(name))
		require.NoError(f.t, os.MkdirAll(filepath.Dir(file), 0o700))
		require.NoError(f.t, os.WriteFile(file, []byte(body), 0o600))
	}
}

// ask sends one request; header is name, value, name, value…
func (f *fixture) ask(method, target string, header ...string) *httptest.ResponseRecorder {
	f.t.Helper()
	return f.send(method, target, "", header...)
}

// send is ask with a body.
func (f *fixture) send(method, target, body string, header ...string) *httptest.ResponseRecorder {
	f.t.Helper()
	r := httptest.NewRequestWithContext(f.t.Context(), method, target, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	return f.serve(r)
}

func (f *fixture) serve(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, r)
	return w
}

func (f *fixture) get(target string, header ...string) *httptest.ResponseRecorder {
	f.t.Helper()
	return f.ask(http.MethodGet, target, header...)
}

// count is how often an endpoint was asked.
func (f *fixture) count(path, key string) string {
	f.t.Helper()
	return f.get("/demo/count?" + url.Values{"path": {path}, "key": {key}}.Encode()).Body.String()
}

// decode reads an answer that is JSON, and whole: its length is the one that was announced.
func decode[T any](t *testing.T, w *httptest.ResponseRecorder) T {
	t.Helper()
	assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	assert.Equal(t, strconv.Itoa(w.Body.Len()), w.Header().Get("Content-Length"))
	var value T
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &value), w.Body.String())
	return value
}

// assertPolicy checks the headers that every answer has, whatever it is.
func assertPolicy(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
			"img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Embedder-Policy": "require-corp",
		"Cross-Origin-Resource-Policy": "same-origin",
	}
	for name, value := range want {
		assert.Equal(t, value, w.Header().Get(name), name)
	}
}
