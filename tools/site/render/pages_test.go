package render

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// What a browser gets is a whole page, whoever wrote which part of it.
func TestEveryPageIsWhole(t *testing.T) {
	titles := map[string]string{}
	eachPage(t, func(name, page string) {
		for _, once := range []string{
			`^<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <script src="/pages/theme.js"></script>\n`,
			`<meta name="viewport" content="[^"]+">`,
			`<meta name="description" content="[^"]{20,}">`,
			`<title>[^<]{5,}</title>`,
			`<link rel="stylesheet" href="/site\.css">`,
			`<header class="bar">`, `<p class="wordmark"><a href="/"`, `<main id="main"[ >]`, `<h1[ >]`, `<footer>`, `</html>\n$`,
		} {
			if found := regexp.MustCompile(once).FindAllString(page, -1); len(found) != 1 {
				t.Errorf("%s: %d times %s", name, len(found), once)
			}
		}
		if rest := withoutCode(page); strings.Contains(rest, "{{") {
			t.Errorf("%s: {{ is left, at %.60s", name, rest[strings.Index(rest, "{{"):])
		}
		title := regexp.MustCompile(`<title>[^<]*`).FindString(page)
		if titles[title] != "" {
			t.Errorf("%s has the title of %s", name, titles[title])
		}
		titles[title] = name
	})
}

// A page that asks for a program asks for that of the build that its script is of.
func TestPagesNameTheCurrentBuild(t *testing.T) {
	dist := distOf(t)
	if !regexp.MustCompile(`^/dist/[0-9a-f]{16}$`).MatchString(dist) {
		t.Error(dist)
	}
	files := theSite(t)
	for _, name := range []string{"index.html", "panel.html", "news.html", "queue.html", "search.html", "jquery.html"} {
		if !strings.Contains(string(files[name]), `<script src="`+dist+`/godeferred.js"`) {
			t.Errorf("%s does not load %s/godeferred.js", name, dist)
		}
	}
	for _, name := range []string{"gallery", "client", "factbook"} {
		if want := `<script src="` + dist + `/godeferred.js" data-wasm="` + dist + "/examples/" + name + `.wasm"`; !strings.Contains(string(files[name+".html"]), want) {
			t.Errorf("%s.html lacks %s", name, want)
		}
	}
}

func TestOnlyWhatPagesLoadIsTakenFromTheBuild(t *testing.T) {
	files, dist := theSite(t), strings.TrimPrefix(distOf(t), "/")
	for name, want := range map[string]bool{"godeferred.wasm": true, "examples/wasm_exec.js": true, "godeferred.d.ts": false, "godeferred.debug.wasm": false} {
		if _, is := files[dist+"/"+name]; is != want {
			t.Errorf("%s: %v", name, is)
		}
	}
	if _, err := Site(projectRoot, fstest.MapFS{"godeferred.js": {}}); err == nil || !strings.Contains(err.Error(), "godeferred.wasm is missing") {
		t.Error(err)
	}
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
	}
	if len(hashes) != 4 {
		t.Error(hashes)
	}
}

// The site has what pages use, and nothing of what only the build uses.
func TestOnlyFilesForVisitorsAreWritten(t *testing.T) {
	files := theSite(t)
	for name, want := range map[string]bool{
		"index.html": true, "site.css": true, "requests.css": true, "pages/panel.js": true, "img/mark.svg": true,
		"vendor/jquery.min.js": true, "vendor/jquery.LICENSE.txt": true, "bench/cases.js": true, "bench/one.json": true, "404.html": true,
		"demo/news.json": true, "modules/index.html": true, "demo-server.js": true, "img/bay.png": true, "img/shore.png": true, "img/broken.png": true,
		"layout.html": false, "docsframe.html": false, "embed.go": false, "content/news.json": false, "css/type.css": false,
		"tsconfig.json": false, "pages/tsconfig.json": false, "src/lib/clock.js": false, "wasm_exec.js": false, "bench/page.html": false,
	} {
		if _, is := files[name]; is != want {
			t.Errorf("%s: %v", name, is)
		}
	}
}

// The browser asks for the program while it still reads the page, and not once the script has run; but what the page is
// drawn with comes first.
func TestPagesPreloadTheirProgram(t *testing.T) {
	program := regexp.MustCompile(`src="([^"]+/godeferred)\.js"(?: data-wasm="([^"]+)")?([^>]*)`)
	pages := 0
	eachPage(t, func(name, page string) {
		found := program.FindStringSubmatch(page)
		if found == nil || strings.Contains(found[3], " data-lazy") || strings.Contains(found[3], " data-manual") {
			return
		}
		pages++
		address := found[2]
		if address == "" {
			address = found[1] + ".wasm"
		}
		if want := `<link rel="preload" href="` + address + `" as="fetch" type="application/wasm" crossorigin`; !strings.Contains(page, want) {
			t.Errorf("%s lacks %s", name, want)
		}
	})
	if pages < 9 {
		t.Errorf("only %d pages load a program", pages)
	}
}

// The policy would only show in a browser; this shows it to who edits a page.
func TestPagesHaveNothingInline(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<style|\sstyle\s*=|<script(>|\s[^>]*>\s*[^<\s])|\son[a-z]+\s*=|javascript:`)
	eachPage(t, func(name, page string) {
		if found := inline.FindString(withoutCode(page)); found != "" {
			t.Errorf("%s has %s", name, found)
		}
	})
}

func TestTheNavigationMarksThePageItself(t *testing.T) {
	page := "<header>\n<a href=\"/\">a</a>\n  <a href=\"/demos.html\">b</a>\n</header>\n<a href=\"/demos.html\">d</a>\n"
	want := "<header>\n<a href=\"/\">a</a>\n  <a href=\"/demos.html\" aria-current=\"page\">b</a>\n</header>\n<a href=\"/demos.html\">d</a>\n"
	if got := markHere("demos.html", page); got != want {
		t.Error(got)
	}
}

// What a demo page shows as its source stands in its script, or in a file of the Go program behind it, between two
// comments.
func TestDemoPagesShowTheirOwnSource(t *testing.T) {
	for name, source := range map[string]string{
		"index":    "web/pages/index.js",
		"panel":    "web/pages/panel.js",
		"news":     "web/pages/news.js",
		"queue":    "web/pages/queue.js",
		"search":   "web/pages/search.js",
		"jquery":   "web/pages/jquery.js",
		"gallery":  "examples/gallery/frame_js.go",
		"client":   "examples/client/api_js.go",
		"factbook": "examples/factbook/main_js.go",
	} {
		project := os.DirFS(projectRoot)
		program, err := fs.ReadFile(project, source)
		if err != nil {
			t.Fatal(err)
		}
		page, err := fs.ReadFile(project, "web/"+name+".html")
		if err != nil {
			t.Fatal(err)
		}
		real := regexp.MustCompile(`(?s)// shown:begin\n(.*?)\n+\t*// shown:end`).FindSubmatch(program)
		shown := regexp.MustCompile(`(?s)<pre id="source"[^>]*><code[^>]*>(.*?)</code>`).FindSubmatch(page)
		if real == nil || shown == nil {
			t.Errorf("%s: no source is marked in %s, or none is shown", name, source)
		} else if want, got := dedent(string(real[1])), html.UnescapeString(string(shown[1])); want != got {
			t.Errorf("%s.html shows\n%s\nbut %s has\n%s", name, got, source, want)
		}
	}
}

// dedent takes the first line's tabs off every line, and makes those that remain two blanks.
func dedent(lines string) string {
	margin := lines[:len(lines)-len(strings.TrimLeft(lines, "\t"))]
	lines = strings.ReplaceAll(strings.TrimPrefix(lines, margin), "\n"+margin, "\n")
	return strings.ReplaceAll(lines, "\t", "  ")
}

func TestAFolderIsWrittenWholeAndCleaned(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	there := func() string {
		names := ""
		err := fs.WalkDir(os.DirFS(out), ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && name != "." {
				names += name + " "
			}
			return err
		})
		return fmt.Sprint(names, err)
	}
	for _, step := range []struct {
		files map[string][]byte
		want  string
	}{
		{map[string][]byte{"a.html": []byte("1"), "old/deep/b.js": []byte("2")}, "a.html old old/deep old/deep/b.js <nil>"},
		{map[string][]byte{"a.html": []byte("3"), "new/b.js": []byte("2")}, "a.html new new/b.js <nil>"},
	} {
		if err := Write(out, step.files); err != nil {
			t.Fatal(err)
		}
		if got := there(); got != step.want {
			t.Error(got)
		}
	}
	if body, err := os.ReadFile(filepath.Join(out, "a.html")); string(body) != "3" {
		t.Error(string(body), err)
	}
}
