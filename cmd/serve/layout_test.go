package main

import (
	"net/http"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const smallLayout = `<!-- for people -->

<!-- {{style}} -->
  <link rel="stylesheet" href="/site.css">

<!-- {{header}} -->
  <header>all</header>

  <hr>

<!-- {{header front}} -->
  <header>front</header>
`

func smallSite(layout, page string) fstest.MapFS {
	return fstest.MapFS{layoutPage: {Data: []byte(layout)}, "a.html": {Data: []byte(page)}}
}

func TestPartsComeInThePlaceOfTheirComments(t *testing.T) {
	p, err := newPages(smallSite(smallLayout, "<head>\n  <!-- {{style}} -->\n</head>\n<!-- {{header front}} -->\n<!-- its own -->\n"), nil)
	require.NoError(t, err)
	assert.Equal(t, "<head>\n  <link rel=\"stylesheet\" href=\"/site.css\">\n</head>\n  <header>front</header>\n<!-- its own -->\n", p.html["a.html"])

	p, err = newPages(smallSite(smallLayout, "<!-- {{style}} -->\n<!-- {{header}} -->\n"), nil)
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(p.html["a.html"], ">\n  <header>all</header>\n\n  <hr>\n"), p.html["a.html"])
	assert.NotContains(t, p.html, layoutPage)
}

func TestAPageWithoutTheLayoutIsRefused(t *testing.T) {
	for _, row := range []struct{ name, layout, page, problem string }{
		{"no header", smallLayout, "<!-- {{style}} -->\n", "a.html: 0 lines <!-- {{header}} -->, want 1"},
		{"two headers", smallLayout, "<!-- {{style}} -->\n<!-- {{header}} -->\n<!-- {{header front}} -->\n", "a.html: 2 lines <!-- {{header}} -->, want 1"},
		{"no line of its own", smallLayout, "<head><!-- {{style}} -->\n<!-- {{header}} -->\n", "a.html: 0 lines <!-- {{style}} -->, want 1"},
		{"an unknown part", smallLayout, "<!-- {{style}} -->\n<!-- {{header of all}} -->\n", "a.html: layout.html has no part {{header of all}}"},
		{"a layout without parts", "<header></header>\n", "", "layout.html: no part begins"},
		{"a part twice", smallLayout + "<!-- {{style}} -->\n", "", "layout.html: two parts are called {{style}}"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := newPages(smallSite(row.layout, row.page), nil)
			assert.ErrorContains(t, err, row.problem)
		})
	}
	_, err := newPages(fstest.MapFS{"a.html": {}}, nil)
	assert.ErrorContains(t, err, layoutPage)
}

// What a browser gets is a whole page, whoever wrote which part of it.
func TestEveryPageIsWhole(t *testing.T) {
	f := newFixture(t)
	titles := map[string]string{}
	walk(t, ".html", func(name, _ string) {
		if path.Dir(name) != "." || name == layoutPage {
			return
		}
		target := "/" + name
		want := http.StatusOK
		if name == notFoundPage {
			want = http.StatusNotFound
		}
		w := f.get(target)
		require.Equal(t, want, w.Code, name)
		body := w.Body.String()
		for _, once := range []string{
			`^<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n`,
			`<meta name="viewport" content="[^"]+">`,
			`<meta name="description" content="[^"]{20,}">`,
			`<title>[^<]{10,}</title>`,
			`<link rel="stylesheet" href="/site\.css">`,
			`<header class="bar">`, `<a class="wordmark" href="/"`, `<main>`, `<h1[ >]`, `<footer>`, `</html>\n$`,
		} {
			assert.Len(t, regexp.MustCompile(once).FindAllString(body, -1), 1, "%s: %s", name, once)
		}
		assert.NotContains(t, body, "{{", name)
		title := regexp.MustCompile(`<title>[^<]*`).FindString(body)
		assert.Empty(t, titles[title], "%s has the same title", name)
		titles[title] = name
	})
	assert.Greater(t, len(titles), 12)
}
