// Package render makes the site: static files that any host can serve.
package render

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/godeferred/godeferred/tools/site/code"
	"github.com/godeferred/godeferred/tools/site/docs"
)

const (
	// The file of the folder web that holds what pages share. It is not a page itself.
	layoutPage = "layout.html"
	// What is around a page of the documentation.
	docsFrame = "docsframe.html"
)

// A site is what is rendered so far.
type site struct {
	files   map[string][]byte // by path
	html    map[string]string // pages that are not filled in yet, by path
	values  map[string]string // what {{name}} stands for in every page
	layout  layout
	dist    string // the address of the build
	project string // folder
}

// Site renders everything. root is the project's folder, and dist the folder that the build has written.
func Site(root string, dist fs.FS) (map[string][]byte, error) {
	s := &site{files: map[string][]byte{}, html: map[string]string{}, project: root}
	for _, step := range []func() error{
		func() error { return s.addDist(dist) },
		s.readWeb,
		s.addStyle,
		s.addBench,
		s.addDemos,
		s.addDocs,
		s.setValues,
		s.fillPages,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return s.files, nil
}

// readWeb reads the folder web: its pages, and the styles, scripts and images beside them.
func (s *site) readWeb() error {
	web := os.DirFS(filepath.Join(s.project, "web"))
	shared, err := fs.ReadFile(web, layoutPage)
	if err != nil {
		return err
	}
	if s.layout, err = parseLayout(string(shared)); err != nil {
		return err
	}
	return walkFiles(web, func(name string) error {
		answer, isAnswer := strings.CutPrefix(name, "content/")
		if !isPublic(name) && !isAnswer {
			return nil
		}
		body, err := fs.ReadFile(web, name)
		if err != nil {
			return err
		}
		if isAnswer {
			s.files["demo/"+answer] = body // for demo-server.js
			return nil
		}
		// A document in a folder is for a frame. It is not a page of the site, and stays as it is.
		if path.Ext(name) == ".html" && path.Dir(name) == "." {
			s.html[name] = string(body)
		} else {
			s.files[name] = body
		}
		return nil
	})
}

// isPublic tells the files of the folder web that are for visitors. Its other folders are for the build, or parts of
// the one style sheet (css).
func isPublic(name string) bool {
	folder, _, inFolder := strings.Cut(name, "/")
	if inFolder {
		return folder == "img" || folder == "vendor" || folder == "pages" && (path.Ext(name) == ".js" || path.Ext(name) == ".html")
	}
	switch path.Ext(name) {
	case ".html":
		return name != layoutPage && name != docsFrame
	case ".css":
		return name != codeStyle
	}
	return name == demoServer
}

// addBench adds the modules that measure, which `make bench` uses, too.
func (s *site) addBench() error {
	bench := os.DirFS(filepath.Join(s.project, "bench"))
	scripts, err := fs.Glob(bench, "*.js*")
	for _, name := range scripts {
		if err == nil {
			s.files["bench/"+name], err = fs.ReadFile(bench, name)
		}
	}
	return err
}

func (s *site) addDocs() error {
	pages, files, err := docs.All(s.project)
	if err != nil {
		return err
	}
	frame, err := os.ReadFile(filepath.Join(s.project, "web", docsFrame))
	if err != nil {
		return err
	}
	for _, page := range pages {
		if s.html[page.Path] != "" {
			return fmt.Errorf("two pages are called %s", page.Path)
		}
		s.html[page.Path] = frameDocs(string(frame), page, pages)
	}
	maps.Copy(s.files, files)
	return nil
}

// fillPages puts in what all pages share, the values and the colours of code.
func (s *site) fillPages() error {
	var problems []error
	for name, page := range s.html {
		page, err := s.layout.fill(page)
		if err == nil {
			page, err = code.Blocks(addMeta(markHere(name, s.fillValues(page))))
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", name, err))
		}
		s.files[name] = []byte(page)
	}
	return errors.Join(problems...)
}

func (s *site) fillValues(page string) string {
	for name, value := range s.values {
		page = strings.ReplaceAll(page, "{{"+name+"}}", value)
	}
	return page
}

// walkFiles calls visit with the path of every regular file of folder, in a fixed order. Symbolic links are left out,
// wherever they lead.
func walkFiles(folder fs.FS, visit func(name string) error) error {
	return fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		return visit(name)
	})
}
