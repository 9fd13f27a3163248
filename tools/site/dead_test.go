package main

import (
	"testing"
	"testing/fstest"
)

func TestDeadLinksAreSeen(t *testing.T) {
	site := fstest.MapFS{"index.html": {}, "docs/index.html": {}, "docs/a.html": {}, "a.js": {}}
	_, ids := read(t, "docs/a.html", []byte(`<h2 id="part">x</h2><pre><code>&lt;a href="/shown"></code></pre>`))
	all := map[string]map[string]bool{"docs/a.html": ids, "index.html": {}}
	for target, isDead := range map[string]bool{
		"/": false, "/docs/": false, "/docs/a.html#part": false, "a.html": false, "#part": false, "../a.js": false, "/a.js?x=1": false,
		"/demo/anything": false, "data:,": false, "https://example.org/x": false, "/#code=abc&example=x": false,
		"/docs": true, "/nothing.html": true, "a.js": true, "#gone": true, "/docs/a.html#gone": true, "http://example.org/": true,
		"//example.org/": true, "/img/gone.png?w=3": true,
	} {
		if problem := dead(link{"docs/a.html", target}, site, all); (problem != "") != isDead {
			t.Errorf("%s: %q", target, problem)
		}
	}
}
