package main

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/godeferred/godeferred/internal/build"
)

// site is the files that a page is made of: those of the first layer that has them. Each page has one script more, and
// a site without a front page gets one.
type site struct {
	layers []fs.FS
	live   *live
	title  string
}

func (s *site) Open(name string) (fs.File, error) {
	switch ext := path.Ext(name); ext {
	case ".html":
		return s.openPage(name)
	case ".br", ".gz":
		// The compressed form of a file that is being worked on is an old one.
		if _, err := fs.Stat(s, strings.TrimSuffix(name, ext)); err == nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	return s.find(name)
}

func (s *site) find(name string) (file fs.File, err error) {
	for _, layer := range s.layers {
		if file, err = layer.Open(name); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return file, err
}

// written has those files of a folder that the last build has written there.
type written struct {
	fs.FS
	folder string
}

func (w written) Open(name string) (fs.File, error) {
	if !build.Wrote(w.folder, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

func (s *site) openPage(name string) (fs.File, error) {
	body, err := s.readPage(name)
	if err != nil {
		return nil, err
	}
	now, _ := s.live.state()
	// At the very end, which is in the body however the page ends.
	body = fmt.Appendf(body, "\n<script src=\"%slive.js\" data-version=\"%s\"></script>\n", liveFolder, now.Version)
	return &pageFile{bytes.NewReader(body), path.Base(name), time.Now()}, nil
}

func (s *site) readPage(name string) ([]byte, error) {
	for _, layer := range s.layers {
		if body, err := fs.ReadFile(layer, name); !errors.Is(err, fs.ErrNotExist) {
			return body, err
		}
	}
	if name != "index.html" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fmt.Appendf(nil, `<!doctype html>
<meta charset="utf-8">
<title>%[1]s</title>
<script src="godeferred.js"></script>
<p>This page runs %[1]s. Call what it exports in the browser's console: <code>await godeferred.go.name()</code>.</p>
<p>There is no index.html yet: put one into a folder, and name that by <code>-dir</code>.</p>
`, html.EscapeString(s.title)), nil
}

// pageFile is a served page: with the script that reloads it.
type pageFile struct {
	*bytes.Reader
	name string
	made time.Time
}

func (f *pageFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *pageFile) Close() error               { return nil }
func (f *pageFile) Name() string               { return f.name }
func (f *pageFile) Mode() fs.FileMode          { return 0o444 }
func (f *pageFile) IsDir() bool                { return false }
func (f *pageFile) Sys() any                   { return nil }

// ModTime is the present: what a page is made of has changed, or may have.
func (f *pageFile) ModTime() time.Time { return f.made }
