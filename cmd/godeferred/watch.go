package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"

	"github.com/godeferred/godeferred/internal/build"
)

// A watcher tells of changes of the program's sources and of the page's files.
type watcher struct {
	events *fsnotify.Watcher
	out    string   // the folder that builds write to
	pages  []string // folders of pages, which are watched with all in them

	mu      sync.Mutex
	sources build.Sources
}

// newWatcher watches the pages in out and, if named, in dir.
func newWatcher(out, dir string) (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{events: events}
	if w.out, err = filepath.Abs(out); err == nil {
		w.pages = append(w.pages, w.out)
		if dir != "" {
			if dir, err = filepath.Abs(dir); err == nil {
				w.pages = append(w.pages, dir)
			}
		}
	}
	for _, folder := range w.pages {
		err = errors.Join(err, w.addAll(folder))
	}
	if err != nil {
		return nil, errors.Join(err, events.Close())
	}
	return w, nil
}

// addAll watches a folder and those in it. Folders are watched rather than files: editors replace files.
func (w *watcher) addAll(folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return nil // gone meanwhile, or not a folder
		}
		if name != folder && ignored(name) {
			return filepath.SkipDir
		}
		return w.events.Add(name)
	})
}

// ignored tells whether a file is an editor's, or one that is being written.
func ignored(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~") ||
		strings.HasSuffix(base, ".tmp") || base == "node_modules"
}

// follow watches the program's sources, in place of those before. Folders that are not there are left out.
func (w *watcher) follow(sources build.Sources) {
	w.mu.Lock()
	w.sources = sources
	w.mu.Unlock()
	folders := slices.Concat(sources.Folders, sources.Embedded)
	for _, file := range sources.Modules {
		folders = append(folders, filepath.Dir(file))
	}
	for _, folder := range folders {
		_ = w.events.Add(folder)
	}
}

// run sends what changes ask for until ctx ends.
func (w *watcher) run(ctx context.Context, changes chan<- change) error {
	defer w.events.Close()
	for {
		var found change
		select {
		case <-ctx.Done():
			return nil
		case event := <-w.events.Events:
			if event.Op == fsnotify.Chmod {
				continue // indexers and backups do that
			}
			found = w.changeOf(event.Name)
			if info, err := os.Stat(event.Name); err == nil && info.IsDir() && found == ofPage {
				_ = w.addAll(event.Name)
			}
		case err := <-w.events.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			found = ofSource // some events are lost: any file may have changed
		}
		if found == nothing {
			continue
		}
		select {
		case changes <- found:
		case <-ctx.Done():
			return nil
		}
	}
}

// changeOf tells what a changed file asks for.
func (w *watcher) changeOf(name string) change {
	if ignored(name) {
		return nothing
	}
	if inside, err := filepath.Rel(w.out, name); err == nil && build.Wrote(w.out, filepath.ToSlash(inside)) {
		return nothing
	}
	w.mu.Lock()
	sources := w.sources
	w.mu.Unlock()
	folder := filepath.Dir(name)
	switch {
	case slices.Contains(sources.Modules, name), slices.Contains(sources.Embedded, folder):
		return ofSource
	case filepath.Ext(name) == ".go":
		if slices.Contains(sources.Folders, folder) && !strings.HasSuffix(name, "_test.go") {
			return ofSource
		}
		return nothing
	}
	for _, pages := range w.pages {
		if inside, err := filepath.Rel(pages, name); err == nil && filepath.IsLocal(inside) {
			return ofPage
		}
	}
	return nothing
}
