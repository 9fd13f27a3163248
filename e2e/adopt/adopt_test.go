// Package adopt tests the npm package as those use it who install it: each folder beside this file is a small project,
// which is built with its own tool and opened in browsers.
package adopt

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// folder is that of a project, where the package of the present sources is installed.
func folder(t *testing.T, project string) string {
	t.Helper()
	all := filepath.Join(harness.Root(), "e2e", "adopt")
	installed, err := os.ReadFile(filepath.Join(all, "node_modules", "godeferred", "godeferred.mjs"))
	require.NoError(t, err, "run `make pack-install` first")
	built, err := os.ReadFile(filepath.Join(harness.RequireDist(t), "godeferred.mjs"))
	require.NoError(t, err)
	require.True(t, bytes.Equal(built, installed), "the package is older than dist: run `make pack-install` first")
	return filepath.Join(all, project)
}

// npm runs a script of a project's.
func npm(t *testing.T, project string, args ...string) {
	t.Helper()
	cmd := exec.Command("npm", args...)
	cmd.Dir = folder(t, project)
	cmd.Env = append(os.Environ(), "CI=true", "NO_COLOR=1")
	output, err := cmd.CombinedOutput()
	require.NoErrorf(t, err, "npm %s in %s:\n%s", strings.Join(args, " "), project, output)
}

func TestProjects(t *testing.T) {
	for _, p := range []struct {
		project string
		built   string // the folder that is served
		base    string
		tells   map[string]string // by page
	}{
		{"vite", "dist", "/shop/", map[string]string{"index.html": "3 teas", "program.html": "261 profiles"}},
		{"webpack", "", "/app/", map[string]string{"index.html": "3 teas", "program.html": "261 profiles"}},
		{"esbuild", "", "/app/", map[string]string{
			"index.html": "3 teas", "script.html": "3 teas",
			"forgotten.html": "dist/absent/godeferred.wasm answered with HTTP status 404",
			"nowhere.html":   "godeferred.load: wasm",
		}},
		{"rollup", "", "/app/", map[string]string{"index.html": "3 teas"}},
		{"react", "dist", "/app/", map[string]string{"index.html": "3 teas"}},
		{"importmap", "", "/app/", map[string]string{"index.html": "3 teas"}},
	} {
		t.Run(p.project, func(t *testing.T) {
			t.Parallel()
			if p.project != "importmap" {
				npm(t, p.project, "run", "build")
			}
			for page, text := range p.tells {
				t.Run(page, func(t *testing.T) {
					harness.InAll(t, func(t *testing.T, b harness.Browser) {
						harness.RunPage(t, b, p.base+page, serve(t, p.base, filepath.Join(folder(t, p.project), p.built), text)...)
					})
				})
			}
		})
	}
}

// In development Vite serves the sources, and the package as it has prepared it.
func TestViteInDevelopment(t *testing.T) {
	t.Parallel()
	at := develop(t, "vite")
	for page, text := range map[string]string{"index.html": "3 teas", "program.html": "261 profiles"} {
		t.Run(page, func(t *testing.T) {
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				proxy := httputil.NewSingleHostReverseProxy(at)
				proxy.ModifyResponse = func(r *http.Response) error {
					if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
						return nil
					}
					body, err := io.ReadAll(r.Body)
					r.Body = io.NopCloser(bytes.NewReader(watched(body, text)))
					r.ContentLength = -1
					r.Header.Del("Content-Length")
					return err
				}
				harness.RunPage(t, b, "/shop/"+page, append(program(t, "/shop/"), harness.With("/shop/", proxy.ServeHTTP))...)
			})
		})
	}
}

// develop starts a project's server, and answers its address.
func develop(t *testing.T, project string) *url.URL {
	t.Helper()
	cmd := exec.Command("node", "../node_modules/vite/bin/vite.js", "--port", "0", "--host", "127.0.0.1")
	cmd.Dir = folder(t, project)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	output, err := cmd.StdoutPipe()
	require.NoError(t, err)
	cmd.Stderr = cmd.Stdout
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	late := time.AfterFunc(harness.Deadline, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	var said bytes.Buffer
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	for piece := make([]byte, 4096); !address.Match(said.Bytes()); {
		n, err := output.Read(piece)
		said.Write(piece[:n])
		require.NoErrorf(t, err, "vite said:\n%s", said.String())
	}
	go func() { _, _ = io.Copy(io.Discard, output) }()
	at, err := url.Parse(address.FindString(said.String()))
	require.NoError(t, err)
	return at
}

// The second visit finds no server.
func TestOffline(t *testing.T) {
	t.Parallel()
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		var down atomic.Bool
		site := http.NewServeMux()
		site.Handle("/", http.FileServer(http.Dir(folder(t, "offline"))))
		site.Handle("/node_modules/", http.FileServer(http.Dir(folder(t, "."))))
		harness.RunPages(t, b, []string{"/offline/", "/offline/?again"},
			harness.With("/offline/", func(w http.ResponseWriter, r *http.Request) {
				if down.Load() {
					http.Error(w, "down", http.StatusServiceUnavailable)
					return
				}
				respond(w, r, http.StripPrefix("/offline", site), "3 teas&then=/down")
			}),
			harness.With("POST /down", func(http.ResponseWriter, *http.Request) { down.Store(true) }))
	})
}

func TestInNode(t *testing.T) {
	t.Parallel()
	npm(t, "node", "test")
}

func TestInVitest(t *testing.T) {
	t.Parallel()
	npm(t, "vitest", "test")
}

// What npm's own tools say about the archive.
func TestPackageIsChecked(t *testing.T) {
	t.Parallel()
	archives, err := filepath.Glob(filepath.Join(harness.Root(), "bin", "godeferred-*.tgz"))
	require.NoError(t, err)
	require.Len(t, archives, 1, "run `make pack-install` first")
	t.Run("publint", func(t *testing.T) { npm(t, ".", "exec", "--", "publint", archives[0], "--strict") })
	t.Run("attw", func(t *testing.T) {
		npm(t, ".", "exec", "--", "attw", archives[0], "--profile", "node16", "--exclude-entrypoints", "global", "godeferred.wasm", "worker")
	})
}

// serve answers with the files of a folder below base, and the page tells whether its output is text.
func serve(t *testing.T, base, dir, text string) []harness.Option {
	t.Helper()
	site := http.NewServeMux()
	site.Handle("/", http.FileServer(http.Dir(dir)))
	// What a server of plain files would find there.
	site.Handle("/node_modules/", http.FileServer(http.Dir(folder(t, "."))))
	return append(program(t, base), harness.With(base, func(w http.ResponseWriter, r *http.Request) {
		respond(w, r, http.StripPrefix(strings.TrimSuffix(base, "/"), site), text)
	}))
}

// program serves the demo's Go program, as a user's own.
func program(t *testing.T, base string) []harness.Option {
	t.Helper()
	var options []harness.Option
	for _, name := range []string{"factbook.wasm", "factbook.txt"} {
		file := filepath.Join(harness.RequireDist(t), "examples", name)
		options = append(options, harness.With(base+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, file) }))
	}
	return options
}

// respond adds the watcher to pages.
func respond(w http.ResponseWriter, r *http.Request, files http.Handler, text string) {
	response := httptest.NewRecorder()
	files.ServeHTTP(response, r)
	for name, values := range response.Header() {
		w.Header()[name] = values
	}
	body := response.Body.Bytes()
	switch {
	case strings.HasPrefix(response.Header().Get("Content-Type"), "text/html"):
		body = watched(body, text)
		w.Header().Del("Content-Length")
	case strings.HasSuffix(r.URL.Path, ".mjs"):
		w.Header().Set("Content-Type", "text/javascript") // the system's table may not know
	}
	w.WriteHeader(response.Code)
	_, _ = w.Write(body)
}

func watched(page []byte, text string) []byte {
	return bytes.Replace(page, []byte("</body>"), fmt.Appendf(nil,
		`<script type="module" src="/pages/adopt/watch.js?text=%s"></script></body>`, strings.ReplaceAll(text, " ", "%20")), 1)
}

func TestWatchedIsAdded(t *testing.T) {
	assert.Contains(t, string(watched([]byte("<body></body>"), "3 teas")), "text=3%20teas")
}
