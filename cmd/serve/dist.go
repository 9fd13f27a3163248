package main

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// dist serves the folder that the build writes, under /dist/:
//
//   - /dist/<hash>/<file>, where hash is that of the whole build, never changes, so browsers keep it for good.
//     The hash is a folder, not part of the file's name, because the script looks for its wasm beside itself.
//     Any other hash is not found: an old page must not get a script and a wasm of different builds.
//   - /dist/<file> is whatever was built last, and is asked about each time.
//
// A request never becomes a path on disk: it picks from the files that were read.
type dist struct {
	dir string

	mu    sync.Mutex
	stamp string
	last  *build
}

// openDist reads the folder dir. It must have been built.
func openDist(dir string) (*dist, error) {
	d := &dist{dir: dir}
	if err := d.refresh(); err != nil {
		return nil, fmt.Errorf("no build in %s: run `make build` first (%w)", dir, err)
	}
	return d, nil
}

// current is the newest complete build: the folder is read again once something in it has changed.
// While a build is being written, so that the folder is not there or not complete, it is the one before.
func (d *dist) current() *build {
	d.mu.Lock()
	defer d.mu.Unlock()
	_ = d.refresh()
	return d.last
}

// address is where the current build's files are for pages to refer to.
func (d *dist) address() string { return "/dist/" + d.current().hash }

// refresh opens the folder anew each time: a build may have replaced it by another of the same name.
func (d *dist) refresh() error {
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	stamp, err := stampOf(root.FS())
	if err != nil || d.last != nil && stamp == d.stamp {
		return err
	}
	b, err := readBuild(root.FS())
	if err != nil {
		return err
	}
	d.stamp, d.last = stamp, b
	return nil
}

// stampOf tells two states of a folder apart without reading its files.
func stampOf(folder fs.FS) (string, error) {
	var stamp strings.Builder
	err := walkFiles(folder, func(name string) error {
		info, err := fs.Stat(folder, name)
		if err == nil {
			_, _ = fmt.Fprintf(&stamp, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	return stamp.String(), err
}

func (d *dist) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b := d.current()
	name := strings.TrimPrefix(r.URL.Path, "/dist/")
	if inside, ok := strings.CutPrefix(name, b.hash+"/"); ok {
		name = inside
		w.Header().Set("Cache-Control", fileserver.Immutable)
	}
	if _, ok := b.files[name]; !ok {
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "not in this build; reload the page if it was built anew", http.StatusNotFound)
		return
	}
	b.handler.ServeHTTP(w, at(r, name))
}

// at is the request for a name in a folder that another handler serves.
func at(r *http.Request, name string) *http.Request {
	inside := r.Clone(r.Context())
	inside.URL.Path, inside.URL.RawPath = "/"+name, ""
	return inside
}
