// Package docs makes the pages of the documentation from the sources that are true anyway: the declarations for
// TypeScript, the comments of the Go packages, and the texts in Markdown.
package docs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Page is the inner part of a page of the site.
type Page struct {
	Path        string // "docs/api/when.html"
	Title       string
	Description string
	Section     string // the part of the documentation that it belongs to: see Parts
	Body        []byte // what main contains, with its h1

	Group string // where it is listed within its section; "" for the page of the section itself
	Label string // its name in lists
	Code  bool   // whether that name is one of a program's

	summary string // in lists
	source  string // its file in the repository, with #L and a line
	parts   []part // for the search
}

// The parts of the documentation, in their order.
const (
	Start  = "Start"
	Guides = "Guides"
	API    = "In the page"
	Go     = "In Go"
	More   = "Background"
)

// Parts lists the sections in their order.
var Parts = []string{Start, Guides, API, Go, More}

// A site is what all makers of pages need.
type site struct {
	root       string
	repository string
	names      map[string]string // a public name of the page face and its address
	pages      []*Page
	examples   []Example
	problems   []error
	playground bool // whether the site has one
}

// All makes all pages, and the files that are not pages: the index of the search, the examples, and pictures of the texts.
func All(root string) ([]Page, map[string][]byte, error) {
	s, err := makeSite(root)
	if err != nil {
		return nil, nil, err
	}
	pages := make([]Page, len(s.pages))
	for i, p := range s.pages {
		pages[i] = *p
	}
	files, err := s.files()
	return pages, files, err
}

func makeSite(root string) (*site, error) {
	s := &site{root: root, names: map[string]string{}}
	module, err := modulePath(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	s.repository = "https://" + module
	if _, err := os.Stat(filepath.Join(root, "web", "playground.html")); err == nil {
		s.playground = true
	}
	for _, make := range []func() error{s.addGuides, s.addAPI, s.addGo, s.addTexts, s.addIndexes} {
		if err := make(); err != nil {
			return nil, fmt.Errorf("documentation: %w", err)
		}
	}
	s.order()
	s.finish()
	return s, errors.Join(s.problems...)
}

func (s *site) add(p *Page) { s.pages = append(s.pages, p) }

// address is the page's address on the site.
func (p *Page) address() string { return "/" + strings.TrimSuffix(p.Path, "index.html") }

// order sorts the pages by section. Within one, they stay as they were added.
func (s *site) order() {
	var sorted []*Page
	for _, section := range Parts {
		for _, p := range s.pages {
			if p.Section == section {
				sorted = append(sorted, p)
			}
		}
	}
	s.pages = sorted
}

// source is the address of a file in the repository.
func (s *site) source(file string) string { return s.repository + "/blob/main/" + file }
