package render

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// Write puts the site into a folder, which is for it alone: what else is there is removed. A server can go on serving
// the folder: each file is replaced whole, pages last, and what they need is there before.
func Write(out string, files map[string][]byte) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	names := slices.SortedFunc(maps.Keys(files), func(a, b string) int { return rank(a) - rank(b) })
	for _, name := range names {
		if err := writeFile(filepath.Join(out, filepath.FromSlash(name)), files[name]); err != nil {
			return err
		}
	}
	if err := clean(out, files); err != nil {
		return err
	}
	// Says when it was rendered, also where no file has changed.
	now := time.Now()
	return os.Chtimes(out, now, now)
}

func rank(name string) int {
	if path.Ext(name) == ".html" {
		return 1
	}
	return 0
}

// writeFile leaves a file alone that has the content already: servers know by its time that it is unchanged.
func writeFile(file string, content []byte) error {
	if before, err := os.ReadFile(file); err == nil && bytes.Equal(before, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	beside := file + ".new"
	if err := os.WriteFile(beside, content, 0o644); err != nil {
		return err
	}
	return os.Rename(beside, file)
}

// clean removes files that the site does not have, and then folders that are empty.
func clean(out string, files map[string][]byte) error {
	var folders []string
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			folders = append(folders, name)
			return nil
		}
		if _, is := files[name]; is {
			return nil
		}
		return os.Remove(filepath.Join(out, filepath.FromSlash(name)))
	})
	if err != nil {
		return err
	}
	for _, folder := range slices.Backward(folders) {
		if folder == "." {
			continue
		}
		left, err := os.ReadDir(filepath.Join(out, filepath.FromSlash(folder)))
		if err == nil && len(left) == 0 {
			err = os.Remove(filepath.Join(out, filepath.FromSlash(folder)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
