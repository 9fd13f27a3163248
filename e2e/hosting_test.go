package e2e_test

import (
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The rules of docs/HOSTING.md, with the configurations that stand there: by requests, and with pages in browsers.

func TestHosting(t *testing.T) {
	t.Parallel()
	folder := hostedFolder(t)
	t.Run("nginx", func(t *testing.T) {
		t.Parallel()
		address := startNginx(t, folder, true)
		checkHeaders(t, address, folder, "br")
		useHost(t, address)
	})
	t.Run("nginx without its module", func(t *testing.T) {
		t.Parallel()
		checkHeaders(t, startNginx(t, folder, false), folder, "gzip")
	})
	t.Run("FileServer", func(t *testing.T) {
		t.Parallel()
		address := startFileServer(t, folder)
		checkHeaders(t, address, folder, "br")
		useHost(t, address)
	})
}

// useHost opens pages: one of the server, and one of another origin that has its script and wasm from the server.
func useHost(t *testing.T, address string) {
	t.Helper()
	// The page's report goes to the same origin, so that the server's policy allows it.
	inside := harness.With("/app/", beneath(t, "/app", address))
	elsewhere := strings.Replace(address, "127.0.0.1", "localhost", 1)
	policy := harness.WithHeader("Content-Security-Policy",
		"default-src 'self'; script-src 'self' "+elsewhere+" 'wasm-unsafe-eval'; connect-src 'self' "+elsewhere)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		// The browsers tell of what is refused and missing.
		harness.RunPage(t, b, "/app/index.html", inside, harness.AllowErrors())
		harness.RunPage(t, b, "/pages/hosting/elsewhere.js?at="+url.QueryEscape(elsewhere), policy, harness.AllowErrors())
	})
}

// beneath answers requests for /prefix/… with those of the server, its headers included.
func beneath(t *testing.T, prefix, server string) http.HandlerFunc {
	t.Helper()
	to, err := url.Parse(server)
	require.NoError(t, err)
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }}
	return http.StripPrefix(prefix, proxy).ServeHTTP
}

func checkHeaders(t *testing.T, address, folder, best string) {
	t.Helper()
	const immutable, revalidate = "public, max-age=31536000, immutable", "no-cache"
	for _, row := range []struct{ name, kind, cache, origins string }{
		{"index.html", "text/html", revalidate, ""},
		{"godeferred.js", "text/javascript; charset=utf-8", revalidate, "*"},
		{"godeferred.mjs", "text/javascript; charset=utf-8", revalidate, "*"},
		{"godeferred.wasm", "application/wasm", revalidate, "*"},
		{hashedProgram, "application/wasm", immutable, "*"},
	} {
		tags := map[string]bool{}
		for accepted, coding := range map[string]string{"gzip, deflate, br": best, "gzip": "gzip", "identity": ""} {
			suffix := map[string]string{"br": ".br", "gzip": ".gz", "": ""}[coding]
			if row.name == "index.html" {
				coding, suffix = "", "" // it has no compressed form
			}
			what := row.name + " as " + accepted
			answer, body := askHost(t, address+"/"+row.name, accepted, "")
			h := answer.Header
			assert.Equal(t, http.StatusOK, answer.StatusCode, what)
			assert.Truef(t, strings.HasPrefix(h.Get("Content-Type"), row.kind), "%s: %s", what, h.Get("Content-Type"))
			assert.Equal(t, coding, h.Get("Content-Encoding"), what)
			is, err := os.ReadFile(filepath.Join(folder, row.name+suffix))
			require.NoError(t, err)
			assert.True(t, string(is) == body, "%s: other bytes than %s", what, row.name+suffix)
			if row.name != "index.html" {
				assert.Equal(t, "Accept-Encoding", h.Get("Vary"), what)
			}
			assert.Equal(t, row.cache, h.Get("Cache-Control"), what)
			if row.origins != "" {
				assert.Equal(t, row.origins, h.Get("Access-Control-Allow-Origin"), what)
			}
			assert.Contains(t, h.Get("Content-Security-Policy"), "script-src 'self' 'wasm-unsafe-eval'", what)
			assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), what)
			tag := h.Get("ETag")
			tags[tag] = true
			same, body := askHost(t, address+"/"+row.name, accepted, tag)
			assert.Equal(t, http.StatusNotModified, same.StatusCode, what)
			assert.Empty(t, body, what)
			assert.Equal(t, row.cache, same.Header.Get("Cache-Control"), what)
			changed, _ := askHost(t, address+"/"+row.name, accepted, `"another"`)
			assert.Equal(t, http.StatusOK, changed.StatusCode, what)
		}
		forms := map[string]int{"br": 3, "gzip": 2}[best]
		if row.name == "index.html" {
			forms = 1
		}
		assert.Lenf(t, tags, forms, "%s: each form has its own tag: %v", row.name, tags)
	}
	missing, _ := askHost(t, address+"/missing.wasm", "br", "")
	assert.Equal(t, http.StatusNotFound, missing.StatusCode)
	assert.NotContains(t, missing.Header.Get("Cache-Control"), "immutable")
	front, _ := askHost(t, address+"/", "", "")
	assert.Equal(t, http.StatusOK, front.StatusCode)
	assert.Equal(t, revalidate, front.Header.Get("Cache-Control"))
}

func askHost(t *testing.T, address, accepted, tag string) (answer *http.Response, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	request.Header.Set("Accept-Encoding", accepted)
	request.Header.Set("Origin", "https://page.example")
	if tag != "" {
		request.Header.Set("If-None-Match", tag)
	}
	answer, err = http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	bytes, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer, string(bytes)
}
