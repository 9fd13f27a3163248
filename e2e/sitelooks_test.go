package e2e_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Pages of the documentation that are generated are much alike. Of a folder with more than so many, the longest are
// looked at.
const alike = 3

// sitePages are the addresses of the site's pages, in order.
func sitePages(t *testing.T) []string {
	t.Helper()
	site := os.DirFS(harness.RequireSite(t))
	folders := map[string][]string{}
	size := map[string]int64{}
	require.NoError(t, fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || path.Ext(name) != ".html":
			return err
		case strings.HasPrefix(name, "demo/"), strings.HasPrefix(name, "modules/"), strings.HasPrefix(name, "pages/"):
			return nil // answers to scripts, and a frame
		}
		info, err := entry.Info()
		if err == nil {
			size[name] = info.Size()
			folders[path.Dir(name)] = append(folders[path.Dir(name)], name)
		}
		return err
	}))
	var pages []string
	for folder, names := range folders {
		if folder != "." && len(names) > alike {
			slices.SortStableFunc(names, func(a, b string) int { return int(size[b] - size[a]) })
			names = names[:alike]
		}
		for _, name := range names {
			pages = append(pages, "/"+name)
		}
	}
	slices.Sort(pages)
	require.Greater(t, len(pages), 13)
	return pages
}

// Every page in every engine, wide and narrow, light and dark: axe finds nothing, nothing scrolls sideways, also with
// more space between letters, lines and words; nothing shifts, nothing is said on the console or to a screen reader,
// and nothing comes from elsewhere.
func TestPagesOfTheSite(t *testing.T) {
	t.Parallel()
	pages := sitePages(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RequireModules(t)
		demo := harness.StartDemo(t)
		visits := make([]string, len(pages))
		for i, address := range pages {
			visits[i] = "/pages/site/looks.js?of=" + address
		}
		harness.RunPages(t, b, visits,
			harness.With("/", func(w http.ResponseWriter, r *http.Request) { witnessed(demo, w, r) }),
			harness.With("/pages/{file}", through(demo)), harness.With("/pages/examples/{file}", through(demo)),
			harness.With("/dist/{hash}/{file...}", through(demo)))
	})
}

// witnessed answers as the demo server does, with e2e/pages/site/witness.js first in each page. The page that is not
// found is one like the others.
func witnessed(demo string, w http.ResponseWriter, r *http.Request) {
	response := httptest.NewRecorder()
	response.Body = new(bytes.Buffer)
	through(demo)(response, r)
	body := response.Body.Bytes()
	w.Header().Set("Content-Type", response.Header().Get("Content-Type"))
	if strings.HasPrefix(response.Header().Get("Content-Type"), "text/html") && path.Ext(r.URL.Path) == ".html" {
		body = bytes.Replace(body, []byte("<head>"), []byte(`<head><script src="/pages/site/witness.js"></script>`), 1)
	} else {
		w.WriteHeader(response.Code)
	}
	_, _ = w.Write(body) // a browser that has gone away is no matter
}
