package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// checkFolder says whether files can be written to out, which need not be there yet, and leaves nothing behind.
func checkFolder(out string) error {
	if out == "" {
		return errors.New("the folder to write to has no name")
	}
	// Of a folder that is not there, the nearest one above it counts.
	folder := filepath.Clean(out)
	info, err := os.Stat(folder)
	for errors.Is(err, fs.ErrNotExist) && filepath.Dir(folder) != folder {
		folder = filepath.Dir(folder)
		info, err = os.Stat(folder)
	}
	if err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file: expected a folder to write to", folder)
	}
	var probe *os.File
	if err == nil {
		probe, err = os.CreateTemp(folder, ".godeferred-")
	}
	if err == nil {
		err = errors.Join(probe.Close(), os.Remove(probe.Name()))
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written to: %w", out, err)
	}
	return nil
}

// place puts a build in place: it writes all files beside their places, moves them there, and removes what the build
// before had and this one has not. At any time, the manifest names all files of builds that are there.
func place(out string, files map[string][]byte, now manifest) error {
	before, err := readManifest(out)
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if err := mayReplace(filepath.Join(out, name), files[name], before.has(name)); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	temporary := func(name string) string { return filepath.Join(out, "."+name+".tmp") }
	for _, name := range names {
		if err := os.WriteFile(temporary(name), files[name], 0o644); err != nil {
			for _, written := range names {
				_ = os.Remove(temporary(written))
			}
			return err
		}
	}
	if err := writeFile(filepath.Join(out, manifestFile), now.with(before).text()); err != nil {
		return err
	}
	for _, name := range names {
		if err := os.Rename(temporary(name), filepath.Join(out, name)); err != nil {
			return err
		}
	}
	for _, old := range before.Files {
		if !now.has(old.Path) {
			if err := removeUnchanged(filepath.Join(out, filepath.FromSlash(old.Path)), old.SHA256); err != nil {
				return err
			}
		}
	}
	return writeFile(filepath.Join(out, manifestFile), now.text())
}

// mayReplace refuses to write over what no build has written.
func mayReplace(file string, content []byte, ours bool) error {
	info, err := os.Lstat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder: move it away, or name another folder to write to", file)
	case ours:
		return nil
	}
	if is, err := os.ReadFile(file); err != nil || !bytes.Equal(is, content) {
		return fmt.Errorf("%s was not written by a build: move it away, or name another folder to write to", file)
	}
	return nil
}

// removeUnchanged removes a file that is still as a build wrote it.
func removeUnchanged(file, sum string) error {
	// A link or a folder of that name is the user's.
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	content, err := os.ReadFile(file)
	if err != nil || digest(content) != sum {
		return err
	}
	return os.Remove(file)
}

// writeFile puts a file in place whole.
func writeFile(file string, content []byte) error {
	tmp := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".tmp")
	if err := os.WriteFile(tmp, content, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, file)
}
