package main

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The site that `make build` has written. A test of another folder than sources: run it with -count=1.
const built = "../../bin/site"

// A link is what a page refers to.
type link struct{ page, target string }

// addresses are the attributes that hold one.
var addresses = map[string]bool{"href": true, "src": true, "action": true, "data-wasm": true, "poster": true}

// read returns what a page refers to, and the ids that it has.
func read(t *testing.T, name string, body []byte) (links []link, ids map[string]bool) {
	t.Helper()
	ids = map[string]bool{}
	tree, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for node := range tree.Descendants() {
		for _, a := range node.Attr {
			if a.Key == "id" {
				ids[a.Val] = true
			}
			if addresses[a.Key] {
				links = append(links, link{name, a.Val})
			}
		}
	}
	return links, ids
}

// isEndpoint tells what the demo server answers: a static host has no such file.
func isEndpoint(name string) bool {
	return strings.HasPrefix(name, "demo/") || strings.HasPrefix(name, "modules/")
}

// dead says why a link leads nowhere, or "". ids are those of each page.
func dead(l link, site fs.FS, ids map[string]map[string]bool) string {
	target, err := url.Parse(l.target)
	if err != nil {
		return err.Error()
	}
	if target.Scheme == "data" || target.Scheme == "mailto" {
		return ""
	}
	if target.IsAbs() || target.Host != "" {
		if target.Scheme == "https" {
			return "" // for people to follow; that nothing is loaded from there, the browser's tests see
		}
		return "expected https"
	}
	name := strings.TrimPrefix((&url.URL{Path: "/" + l.page}).ResolveReference(target).Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if isEndpoint(name) {
		return ""
	}
	if info, err := fs.Stat(site, name); err != nil || !info.Mode().IsRegular() {
		return "there is no such file"
	}
	// A fragment with an equals sign is data for the page's script, such as a program of the playground.
	if f := target.Fragment; f != "" && !strings.Contains(f, "=") && ids[name] != nil && !ids[name][f] {
		return "the page has no such part"
	}
	return ""
}

var inStyle = regexp.MustCompile(`url\(["']?([^"')]+)["']?\)|@import\s*"([^"]+)"`)

func TestLinksLeadSomewhere(t *testing.T) {
	site := os.DirFS(built)
	var links []link
	ids := map[string]map[string]bool{}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(site, name)
		switch path.Ext(name) {
		case ".html":
			var found []link
			found, ids[name] = read(t, name, body)
			links = append(links, found...)
		case ".css":
			for _, found := range inStyle.FindAllSubmatch(body, -1) {
				links = append(links, link{name, string(found[1]) + string(found[2])})
			}
		}
		return err
	})
	if err != nil {
		t.Fatalf("run `make build` first: %v", err)
	}
	for _, l := range links {
		if problem := dead(l, site, ids); problem != "" {
			t.Errorf("%s refers to %s: %s", l.page, l.target, problem)
		}
	}
	if len(ids) < 13 || len(links) < 150 {
		t.Errorf("only %d pages with %d links", len(ids), len(links))
	}
}
