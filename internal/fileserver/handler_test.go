package fileserver

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	app      = "the program, plain"
	hashName = "app.0123456789abcdef.wasm"
)

func folder() fstest.MapFS {
	files := fstest.MapFS{}
	for name, body := range map[string]string{
		"index.html":        "<title>front</title>",
		"docs/index.html":   "<title>docs</title>",
		"empty/file.txt":    "x",
		"index/index.html":  "<title>index</title>",
		"app.wasm":          app,
		"app.wasm.br":       "br app",
		"app.wasm.gz":       "gzip app",
		hashName:            "hashed app",
		hashName + ".br":    "br hashed app",
		"only.js":           "alert(1)",
		"only.js.gz":        "gz",
		"a b&c.txt":         "blanks",
		"godeferred.d.ts":   "export {}",
		"core.mjs":          "export {}",
		"core.mjs.map":      "{}",
		"unknown.xyzzy":     "?",
		".env":              "secret",
		".git/config":       "secret",
		"docs/.secret.html": "secret",
		"date.20240101.txt": "a date",
	} {
		files[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return files
}

// ask sends one request; header is name, value, name, value…
func ask(t *testing.T, h http.Handler, method, target string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, "/", nil)
	address, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawQuery = address, query
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	answer := w.Result()
	assert.Equal(t, "nosniff", answer.Header.Get("X-Content-Type-Options"), target)
	return answer
}

func bodyOf(t *testing.T, answer *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return string(body)
}

func TestWhatIsAnsweredToAnAddress(t *testing.T) {
	h := New(folder())
	const notFound = "404 not found\n"
	for _, row := range []struct {
		target, body, kind, cache string
		status                    int
		location                  string
	}{
		{target: "/", body: "<title>front</title>", kind: "text/html; charset=utf-8", cache: "no-cache"},
		{target: "", body: "<title>front</title>", kind: "text/html; charset=utf-8", cache: "no-cache"},
		{target: "/index.html", body: "<title>front</title>", kind: "text/html; charset=utf-8", cache: "no-cache"},
		{target: "/docs/", body: "<title>docs</title>", kind: "text/html; charset=utf-8", cache: "no-cache"},
		{target: "/docs?a=%20b", status: 301, location: "docs/?a=%20b", cache: "no-cache"},
		{target: "/core.mjs/", status: 301, location: "../core.mjs", cache: "no-cache"},
		{target: "//docs", status: 301, location: "docs/", cache: "no-cache"},
		{target: "/app.wasm", body: app, kind: "application/wasm", cache: "no-cache"},
		{target: "/" + hashName, body: "hashed app", kind: "application/wasm", cache: Immutable},
		{target: "/only.js", body: "alert(1)", kind: "text/javascript; charset=utf-8", cache: "no-cache"},
		{target: "/core.mjs", body: "export {}", kind: "text/javascript; charset=utf-8", cache: "no-cache"},
		{target: "/core.mjs.map", body: "{}", kind: "application/json", cache: "no-cache"},
		{target: "/godeferred.d.ts", body: "export {}", kind: "text/plain; charset=utf-8", cache: "no-cache"},
		{target: "/unknown.xyzzy", body: "?", kind: "application/octet-stream", cache: "no-cache"},
		{target: "/date.20240101.txt", body: "a date", kind: "text/plain; charset=utf-8", cache: "no-cache"},
		{target: "/a b&c.txt", body: "blanks", kind: "text/plain; charset=utf-8", cache: "no-cache"},
		{target: "/docs/../app.wasm", body: app, kind: "application/wasm", cache: "no-cache"},
		{target: "/../../app.wasm", body: app, kind: "application/wasm", cache: "no-cache"},
		{target: "/./docs//", body: "<title>docs</title>", kind: "text/html; charset=utf-8", cache: "no-cache"},
		{target: "/nothing", status: 404},
		{target: "/empty", status: 404},
		{target: "/empty/", status: 404},
		{target: "/app.wasm/x", status: 404},
		{target: "/.env", status: 404},
		{target: "/.git/config", status: 404},
		{target: "/docs/.secret.html", status: 404},
		{target: "/docs/../.env", status: 404},
		{target: "/a\x00b", status: 404},
		{target: "/a\xffb", status: 404},
	} {
		t.Run(row.target, func(t *testing.T) {
			answer := ask(t, h, http.MethodGet, row.target)
			if row.status == 404 {
				row.body, row.kind, row.cache = notFound, "text/plain; charset=utf-8", "no-store"
			}
			if row.status == 0 {
				row.status = 200
				assert.Equal(t, strconv.Itoa(len(row.body)), answer.Header.Get("Content-Length"))
			}
			assert.Equal(t, row.status, answer.StatusCode)
			assert.Equal(t, row.body, bodyOf(t, answer))
			assert.Equal(t, row.kind, answer.Header.Get("Content-Type"))
			assert.Equal(t, row.cache, answer.Header.Get("Cache-Control"))
			assert.Equal(t, row.location, answer.Header.Get("Location"))
			assert.Equal(t, row.status == 200, answer.Header.Get("Etag") != "")
		})
	}
}

func TestEachCodingIsItsOwnAnswer(t *testing.T) {
	h := New(folder())
	tags := map[string]bool{}
	for _, row := range []struct{ target, accept, coding, body string }{
		{"/app.wasm", "gzip, deflate, br, zstd", "br", "br app"},
		{"/app.wasm", "gzip", "gzip", "gzip app"},
		{"/app.wasm", "gzip, br;q=0.9", "gzip", "gzip app"},
		{"/app.wasm", "", "", app},
		{"/app.wasm", "*", "br", "br app"},
		{"/app.wasm", "identity;q=0", "", app},
		{"/app.wasm", "br;q=0, *", "gzip", "gzip app"},
		{"/" + hashName, "br, gzip", "br", "br hashed app"},
		{"/" + hashName, "gzip", "", "hashed app"},
		{"/only.js", "br", "", "alert(1)"},
		{"/only.js", "br;q=1, gzip;q=0.1", "gzip", "gz"},
	} {
		answer := ask(t, h, http.MethodGet, row.target, "Accept-Encoding", row.accept)
		name := row.target + " " + row.accept
		assert.Equal(t, row.body, bodyOf(t, answer), name)
		assert.Equal(t, row.coding, answer.Header.Get("Content-Encoding"), name)
		assert.Equal(t, "Accept-Encoding", answer.Header.Get("Vary"), name)
		assert.Equal(t, strconv.Itoa(len(row.body)), answer.Header.Get("Content-Length"), name)
		tags[answer.Header.Get("Etag")] = true

		head := ask(t, h, http.MethodHead, row.target, "Accept-Encoding", row.accept)
		assert.Empty(t, bodyOf(t, head), name)
		assert.Equal(t, answer.Header, head.Header, name)

		same := ask(t, h, http.MethodGet, row.target, "Accept-Encoding", row.accept, "If-None-Match", answer.Header.Get("Etag"))
		assert.Equal(t, http.StatusNotModified, same.StatusCode, name)
		assert.Equal(t, "Accept-Encoding", same.Header.Get("Vary"), name)
		assert.Equal(t, answer.Header.Get("Cache-Control"), same.Header.Get("Cache-Control"), name)
	}
	assert.Len(t, tags, 7, "a strong tag names bytes, so each coding has its own")
	assert.Empty(t, ask(t, h, http.MethodGet, "/core.mjs", "Accept-Encoding", "br").Header.Get("Vary"))
}

// The same bytes in two codings are two representations.
func TestTagsNameTheirCoding(t *testing.T) {
	files := fstest.MapFS{"a.js": {Data: nil}, "a.js.br": {Data: nil}}
	h := New(files)
	plain := ask(t, h, http.MethodGet, "/a.js").Header.Get("Etag")
	br := ask(t, h, http.MethodGet, "/a.js", "Accept-Encoding", "br").Header.Get("Etag")
	assert.Regexp(t, `^"[0-9a-f]{16}"$`, plain)
	assert.Equal(t, strings.TrimSuffix(plain, `"`)+`-br"`, br)
}

func TestRangesAreOfThePlainFile(t *testing.T) {
	h := New(folder())
	plain := ask(t, h, http.MethodGet, "/app.wasm").Header.Get("Etag")
	br := ask(t, h, http.MethodGet, "/app.wasm", "Accept-Encoding", "br").Header.Get("Etag")
	for _, row := range []struct {
		name         string
		header       []string
		status       int
		body, coding string
	}{
		{"a part", []string{"Range", "bytes=4-10"}, 206, app[4:11], ""},
		{"the end", []string{"Range", "bytes=-5"}, 206, "plain", ""},
		{"although a coding is preferred", []string{"Range", "bytes=4-10", "Accept-Encoding", "br"}, 206, app[4:11], ""},
		{"but plain bytes are refused", []string{"Range", "bytes=4-10", "Accept-Encoding", "br, identity;q=0"}, 200, "br app", "br"},
		{"beyond the end", []string{"Range", "bytes=99-"}, 416, "invalid range: failed to overlap\n", ""},
		{"of the same file", []string{"Range", "bytes=4-10", "If-Range", plain}, 206, app[4:11], ""},
		{"of another form", []string{"Range", "bytes=4-10", "If-Range", br}, 200, app, ""},
		{"of a weak tag", []string{"Range", "bytes=4-10", "If-Range", "W/" + plain}, 200, app, ""},
		{"that is known", []string{"Range", "bytes=4-10", "If-None-Match", plain}, 304, "", ""},
		{"of a file that must be another", []string{"If-Match", br}, 412, "", ""},
	} {
		answer := ask(t, h, http.MethodGet, "/app.wasm", row.header...)
		assert.Equal(t, row.status, answer.StatusCode, row.name)
		assert.Equal(t, row.body, bodyOf(t, answer), row.name)
		assert.Equal(t, row.coding, answer.Header.Get("Content-Encoding"), row.name)
	}
}

func TestOnlyGetAndHeadAreAllowed(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"} {
		answer := ask(t, New(folder()), method, "/app.wasm")
		assert.Equal(t, http.StatusMethodNotAllowed, answer.StatusCode, method)
		assert.Equal(t, "GET, HEAD", answer.Header.Get("Allow"), method)
		assert.Equal(t, "no-store", answer.Header.Get("Cache-Control"), method)
	}
}

func TestACacheControlThatIsSetStays(t *testing.T) {
	h := New(folder())
	outer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "private")
		h.ServeHTTP(w, r)
	})
	assert.Equal(t, "private", ask(t, outer, http.MethodGet, "/"+hashName).Header.Get("Cache-Control"))
	assert.Equal(t, "no-store", ask(t, outer, http.MethodGet, "/nothing").Header.Get("Cache-Control"), "an error is no answer to keep")
}

// With -hash the folder has no app.wasm, and its manifest says what has taken its place.
func TestAPlainNameStandsForTheOneWithAHash(t *testing.T) {
	files := folder()
	delete(files, "app.wasm")
	manifest := func(entries string) { files[Manifest] = &fstest.MapFile{Data: []byte(`{"files":[` + entries + `]}`)} }
	manifest(fmt.Sprintf(`{"path":%q,"name":"app.wasm"},{"path":"only.js","name":""}`, hashName))
	h := New(files)
	answer := ask(t, h, http.MethodGet, "/app.wasm", "Accept-Encoding", "br")
	assert.Equal(t, "br hashed app", bodyOf(t, answer))
	assert.Equal(t, "no-cache", answer.Header.Get("Cache-Control"), "the next build has another file of that name")
	assert.Equal(t, "application/wasm", answer.Header.Get("Content-Type"))
	for _, entries := range []string{
		`{"path":".env","name":"app.wasm"}`, `{"path":"docs","name":"app.wasm"}`, `{"path":"../x","name":"app.wasm"}`,
		`{"path":"gone","name":"app.wasm"}`, `{"path":1}`,
	} {
		manifest(entries)
		assert.Equal(t, http.StatusNotFound, ask(t, h, http.MethodGet, "/app.wasm").StatusCode, entries)
	}
}

// A file that changes has another tag at once, also within the steps in which file systems count time.
func TestAChangedFileHasAnotherTag(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.js")
	write := func(body string, at time.Time) {
		require.NoError(t, os.WriteFile(file, []byte(body), 0o600))
		require.NoError(t, os.Chtimes(file, at, at))
	}
	h := New(os.DirFS(dir))
	tag := func() string { return ask(t, h, http.MethodGet, "/a.js").Header.Get("Etag") }
	now := time.Now()
	write("one", now)
	first := tag()
	write("two", now)
	assert.NotEqual(t, first, tag(), "changed within one step of the clock")
	old := now.Add(-time.Hour)
	write("one", old)
	assert.Equal(t, first, tag())
	write("two", old)
	assert.Equal(t, first, tag(), "an unchanged time is believed: the file is not read again")
	write("three", old)
	assert.NotEqual(t, first, tag(), "another length")
	write("two", old.Add(time.Second))
	assert.NotEqual(t, first, tag())
}

// Names that lead out of the folder, or are no files, on a real file system.
func TestAFolderOnDisk(t *testing.T) {
	dir := t.TempDir()
	inside := filepath.Join(dir, "inside")
	require.NoError(t, os.MkdirAll(filepath.Join(inside, "sub"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "secret"), []byte("secret"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(inside, "a.js"), []byte("a"), 0o600))
	h := New(os.DirFS(inside))
	for _, target := range []string{"/../secret", "/sub/../../secret", "/a.js/x", "/sub", "/" + strings.Repeat("x", 200), "/a\\..\\..\\secret"} {
		assert.Equal(t, http.StatusNotFound, ask(t, h, http.MethodGet, target).StatusCode, target)
	}
	assert.Equal(t, "a", bodyOf(t, ask(t, h, http.MethodGet, "/a.js")))
}

// unseekable is a file system whose files can only be read, as fs.File promises no more.
type unseekable struct{ fs.FS }

func (u unseekable) Open(name string) (fs.File, error) {
	file, err := u.FS.Open(name)
	return struct{ fs.File }{file}, err
}

func TestFilesNeedNotSeek(t *testing.T) {
	h := New(unseekable{folder()})
	assert.Equal(t, app, bodyOf(t, ask(t, h, http.MethodGet, "/app.wasm")))
	assert.Equal(t, "plain", bodyOf(t, ask(t, h, http.MethodGet, "/app.wasm", "Range", "bytes=-5")))
}

type broken struct{ err error }

func (b broken) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: "/home/somebody/" + name, Err: b.err}
}

func TestErrorsSayNothingOfTheMachine(t *testing.T) {
	for err, status := range map[error]int{
		fs.ErrNotExist: 404, fs.ErrInvalid: 404, fs.ErrPermission: 403, io.ErrUnexpectedEOF: 500,
	} {
		answer := ask(t, New(broken{err}), http.MethodGet, "/a.js")
		assert.Equal(t, status, answer.StatusCode, err.Error())
		assert.Equal(t, fmt.Sprintf("%d %s\n", status, strings.ToLower(http.StatusText(status))), bodyOf(t, answer))
	}
}

//go:embed *.go
var embedded embed.FS

// http.FileServer is right about plain files: status, bytes and ranges are the same.
func TestPlainFilesAreServedAsByNetHTTP(t *testing.T) {
	for name, files := range map[string]fs.FS{"embedded": embedded, "in memory": folder(), "on disk": os.DirFS(".")} {
		ours, theirs := New(files), http.FileServer(http.FS(files))
		for _, target := range []string{"/handler.go", "/tags.go", "/app.wasm", "/core.mjs", "/docs/", "/docs/../core.mjs", "/nothing", "/nothing/x"} {
			for _, header := range [][]string{
				nil, {"Range", "bytes=0-3"}, {"Range", "bytes=2-"}, {"Range", "bytes=-2"}, {"Range", "bytes=0-1,3-4"},
				{"Range", "bytes=100000-"}, {"Range", "lines=1-2"}, {"Range", "bytes=3-1"}, {"If-None-Match", `"other"`}, {"If-Match", "*"},
			} {
				for _, method := range []string{http.MethodGet, http.MethodHead} {
					label := fmt.Sprint(name, " ", method, " ", target, " ", header)
					got, want := ask(t, ours, method, target, header...), record(t, theirs, method, target, header)
					assert.Equal(t, want.StatusCode, got.StatusCode, label)
					if want.StatusCode == http.StatusNotFound {
						continue // the words differ
					}
					assert.Equal(t, want.Header.Get("Content-Range"), got.Header.Get("Content-Range"), label)
					if !strings.HasPrefix(want.Header.Get("Content-Type"), "multipart/") { // their borders are random
						assert.Equal(t, bodyOf(t, want), bodyOf(t, got), label)
						assert.Equal(t, want.Header.Get("Content-Length"), got.Header.Get("Content-Length"), label)
					}
				}
			}
		}
	}
}

func record(t *testing.T, h http.Handler, method, target string, header []string) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}
