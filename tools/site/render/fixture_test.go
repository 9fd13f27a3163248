package render

import (
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

const projectRoot = "../../.."

// smallDist stands for a build: these tests run before there is one.
var smallDist = fstest.MapFS{
	"godeferred.js":          {Data: []byte("script")},
	"godeferred.wasm":        {Data: []byte("wasm")},
	"core.mjs":               {Data: []byte("core")},
	"godeferred.debug.wasm":  {Data: []byte("wasm with lines")},
	"godeferred.d.ts":        {Data: []byte("types")},
	"examples/gallery.wasm":  {Data: []byte("gallery")},
	"examples/client.wasm":   {Data: []byte("client")},
	"examples/factbook.wasm": {Data: []byte("factbook")},
	"examples/wasm_exec.js":  {Data: []byte("loader")},
}

var rendered = sync.OnceValues(func() (map[string][]byte, error) { return Site(projectRoot, smallDist) })

// theSite is the project's own, with a small build.
func theSite(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := rendered()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// eachPage calls visit with all pages. The documents of frames, in the folder pages, are none.
func eachPage(t *testing.T, visit func(name, page string)) {
	t.Helper()
	pages := 0
	for name, body := range theSite(t) {
		if path.Ext(name) == ".html" && path.Dir(name) != "pages" {
			pages++
			visit(name, string(body))
		}
	}
	if pages < 13 {
		t.Errorf("only %d pages", pages)
	}
}

var shownCode = regexp.MustCompile(`(?s)<pre.*?</pre>|<code.*?</code>`)

// withoutCode is the page without what it only shows.
func withoutCode(page string) string { return shownCode.ReplaceAllString(page, "") }

func distOf(t *testing.T) string {
	t.Helper()
	for name := range theSite(t) {
		if folder, is := strings.CutSuffix(name, "/godeferred.js"); is {
			return "/" + folder
		}
	}
	t.Fatal("no build")
	return ""
}
