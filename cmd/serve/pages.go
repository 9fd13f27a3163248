package main

import (
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/internal/fileserver"
)

// pages serves the site: HTML pages, in which {{dist}} becomes the address of the current build and
// comments such as <!-- {{header}} --> what all pages share (layout.html), and the styles, scripts and images beside them. Browsers ask each time, and mostly hear 304.
type pages struct {
	dist   *dist
	html   map[string]string // By file name.
	others memory
	server http.Handler // of others
}

// newPages reads site once. Its folder content is for the demo endpoints and not served. A page that does not use the
// layout is an error.
func newPages(site fs.FS, dist *dist) (*pages, error) {
	p := &pages{dist: dist, html: map[string]string{}, others: memory{}}
	p.server = godeferred.FileServer(p.others)
	text, err := fs.ReadFile(site, layoutPage)
	if err != nil {
		return nil, err
	}
	shared, err := parseLayout(string(text))
	if err != nil {
		return nil, err
	}
	err = walkFiles(site, func(name string) error {
		if strings.HasPrefix(name, "content/") || name == layoutPage {
			return nil
		}
		body, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		if path.Ext(name) == ".html" {
			if p.html[name], err = shared.fill(string(body)); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		} else {
			p.others[name] = body
		}
		return nil
	})
	return p, err
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	if _, ok := p.others[name]; ok {
		p.server.ServeHTTP(w, at(r, name))
		return
	}
	if _, ok := p.html[name]; ok && name != notFoundPage {
		p.render(name).serve(w, r, fileserver.Revalidate)
		return
	}
	p.notFound(w)
}

// render fills the page in. Its tag follows from the result, so it changes with the build.
func (p *pages) render(name string) *file {
	return newFile(name, []byte(strings.ReplaceAll(p.html[name], "{{dist}}", p.dist.address())))
}

const notFoundPage = "404.html"

func (p *pages) notFound(w http.ResponseWriter) {
	f := p.render(notFoundPage)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", f.mediaType)
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(f.body)
}
