package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const page = `package main

import "github.com/godeferred/godeferred/page"

func main() { page.Run() }
`

// newModule makes a module that requires this one, with a program in app, and goes there.
func newModule(t *testing.T) {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	const module = "github.com/godeferred/godeferred"
	t.Chdir(t.TempDir())
	write(t, "go.mod", strings.Replace(string(mod), "module "+module, "module example.com/page", 1)+
		"\nrequire "+module+" v0.0.0\nreplace "+module+" => "+root+"\n")
	write(t, "go.sum", string(sum))
	write(t, "app/main.go", page)
	write(t, "pages/index.html", "<title>front</title>")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}

// session is `godeferred serve`, and a page that listens to it.
type session struct {
	t       *testing.T
	address string
	events  *bufio.Scanner
}

func startServe(t *testing.T, args ...string) *session {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"serve", "-addr", "127.0.0.1:0"}, args...), terminal{out: in, err: io.Discard})
		_ = in.Close()
	}()
	lines := bufio.NewScanner(out)
	require.True(t, lines.Scan(), "it ends at once")
	address := regexp.MustCompile(`http://[^ ]+/`).FindString(lines.Text())
	require.NotEmpty(t, address, lines.Text())
	go func() { _, _ = io.Copy(io.Discard, out) }()
	s := &session{t: t, address: address}
	answer := s.get("godeferred-live/events")
	s.events = bufio.NewScanner(answer.Body)
	t.Cleanup(func() {
		begun := time.Now()
		stop()
		assert.Zero(t, <-code)
		assert.Less(t, time.Since(begun), grace, "pages that listen do not hold it up")
		_ = answer.Body.Close()
	})
	return s
}

func (s *session) get(name string) *http.Response {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.address+name, nil)
	require.NoError(s.t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(s.t, err)
	return answer
}

func (s *session) read(name string) string {
	s.t.Helper()
	answer := s.get(name)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(s.t, err)
	require.Equal(s.t, http.StatusOK, answer.StatusCode, "%s: %s", name, body)
	return string(body)
}

// wait reads events until one is as wanted.
func (s *session) wait(wanted func(state) bool) state {
	s.t.Helper()
	for s.events.Scan() {
		if text, is := strings.CutPrefix(s.events.Text(), "data: "); is {
			var now state
			require.NoError(s.t, json.Unmarshal([]byte(text), &now))
			if wanted(now) {
				return now
			}
		}
	}
	require.Fail(s.t, "the events have ended")
	return state{}
}

// A developer's session: write, see it, break it, see why, mend it.
func TestAChangeIsBuiltAndThePageToldOfIt(t *testing.T) {
	newModule(t)
	s := startServe(t, "./app", "-dir", "pages", "-o", "static")
	front := s.read("") // waits for the first build
	version := s.wait(func(now state) bool { return strings.HasSuffix(now.Version, ".1") }).Version
	next := func(now state) bool { return now.Version != version && now.Error == "" }
	first := s.read("app.wasm")
	assert.Contains(t, front, "<title>front</title>")
	assert.Contains(t, front, `data-version="`+version+`"`)
	assert.Contains(t, s.read("godeferred.js"), "app.wasm")
	assert.Contains(t, s.read("godeferred-live/live.js"), "EventSource")

	write(t, "app/main.go", strings.Replace(page, "page.Run()", `println("changed"); page.Run()`, 1))
	version = s.wait(next).Version
	assert.NotEqual(t, first, s.read("app.wasm"))
	assert.Contains(t, s.read(""), version)

	write(t, "app/main.go", page+"\nvar _ = \"<b>\" + missing\n")
	failed := s.wait(func(now state) bool { return now.Error != "" })
	assert.Contains(t, failed.Error, "app/main.go:7:17: undefined: missing")
	assert.Equal(t, version, failed.Version, "the page stays, with the error over it")
	assert.NotEmpty(t, s.read("app.wasm"), "the last good build stays")

	// A new package is watched from its first build on.
	write(t, "app/part/part.go", "package part\n\nvar Name = \"one\"\n")
	write(t, "app/main.go", strings.Replace(strings.Replace(page, "import ", "import \"example.com/page/app/part\"\nimport ", 1), "page.Run()", "println(part.Name); page.Run()", 1))
	version = s.wait(next).Version
	second := s.read("app.wasm")
	write(t, "app/part/part.go", "package part\n\nvar Name = \"another one\"\n")
	version = s.wait(next).Version
	assert.NotEqual(t, second, s.read("app.wasm"))

	write(t, "pages/more/new.html", "<title>new</title>")
	version = s.wait(next).Version
	assert.Contains(t, s.read("more/new.html"), "<title>new</title>")
	write(t, "pages/more/new.html", "<title>newer</title>")
	s.wait(next)
	assert.Contains(t, s.read("more/new.html"), "<title>newer</title>")
}

// A program that is broken from the start is shown, too.
func TestABrokenProgramIsServed(t *testing.T) {
	newModule(t)
	write(t, "app/main.go", page+"\nvar _ = missing\n")
	s := startServe(t, "./app")
	failed := s.wait(func(now state) bool { return now.Error != "" })
	assert.Contains(t, failed.Error, "undefined: missing")
	assert.Contains(t, s.read(""), "godeferred-live/live.js")
	write(t, "app/main.go", page)
	s.wait(func(now state) bool { return now.Version != failed.Version && now.Error == "" })
	assert.NotEmpty(t, s.read("app.wasm"))
}

func TestWhatAChangedFileAsksFor(t *testing.T) {
	newModule(t)
	here, err := os.Getwd()
	require.NoError(t, err)
	write(t, "static/godeferred.json", `{"godeferred": "0.1.0", "files": [{"path": "app.wasm"}]}`)
	w, err := newWatcher("static", "pages")
	require.NoError(t, err)
	defer w.events.Close()
	w.sources.Folders = []string{filepath.Join(here, "app")}
	w.sources.Embedded = []string{filepath.Join(here, "app", "data")}
	w.sources.Modules = []string{filepath.Join(here, "go.mod")}
	for name, want := range map[string]change{
		"app/main.go": ofSource, "app/main_test.go": nothing, "app/.#main.go": nothing, "app/main.go~": nothing, "app/readme.md": nothing,
		"app/data/tea.json": ofSource, "app/data/.x.swp": nothing, "go.mod": ofSource, "go.sum": nothing, "other/main.go": nothing,
		"pages/index.html": ofPage, "pages/deep/site.css": ofPage, "pages/.index.html.tmp": nothing, "pages/tool.go": nothing,
		"static/app.wasm": nothing, "static/godeferred.json": nothing, "static/index.html": ofPage, "static/.app.wasm.tmp": nothing,
	} {
		assert.Equal(t, want, w.changeOf(filepath.Join(here, filepath.FromSlash(name))), name)
	}
}
