package build

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// A level of compression, by brotli's and gzip's numbers.
type level struct{ brotli, gzip int }

var highest = level{brotli.BestCompression, gzip.BestCompression}

// compress adds the forms that servers send as they are, of the files that are sent often enough. They are made once,
// and therefore at the highest level; tests, which the race detector makes slow, take another. A file that has
// a compressed form already is left as it is.
func compress(files map[string][]byte, often func(name string) bool, at level) {
	names := make([]string, 0, len(files))
	for name := range files {
		if _, is := files[name+".br"]; !is && often(name) && path.Ext(name) != ".br" {
			names = append(names, name)
		}
	}
	// At once: each takes seconds, and none needs another.
	coded := make([]struct{ br, gz bytes.Buffer }, len(names))
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() {
			// A window as large as the wasm: the default of 4 MB would do, and says so less plainly.
			w := brotli.NewWriterOptions(&coded[i].br, brotli.WriterOptions{Quality: at.brotli, LGWin: 24})
			w.Write(files[name]) // a bytes.Buffer takes all
			w.Close()
			z, _ := gzip.NewWriterLevel(&coded[i].gz, at.gzip) // the level is a valid one
			z.Write(files[name])
			z.Close()
		})
	}
	all.Wait()
	for i, name := range names {
		files[name+".br"], files[name+".gz"] = coded[i].br.Bytes(), coded[i].gz.Bytes()
	}
}

// Types and hashes are for tools, which read them from disk; the wasm for debugging would take a quarter more time, and
// hardly leaves the machine.
func oftenInDist(name string) bool {
	return !strings.Contains(name, ".d.") && !strings.Contains(name, ".debug.") && name != integrityFile
}

// Maps, which only a browser's tools ask for, take a third of the time.
func oftenInProgram(name string) bool { return oftenInDist(name) && path.Ext(name) != ".map" }

// write puts the files of the project's dist folder in place, and removes those of earlier builds.
func write(out string, files map[string][]byte) error {
	if err := os.MkdirAll(filepath.Join(out, examplesFolder), 0o755); err != nil {
		return err
	}
	for _, old := range []struct{ folder, prefix string }{{"", "godeferred."}, {"", "core."}, {"", "worker."}, {"", "devtools."}, {examplesFolder, ""}} {
		if err := removeOld(out, old.folder, old.prefix, files); err != nil {
			return err
		}
	}
	return writeFiles(out, files)
}

// writeFiles puts files in place one by one, each whole.
func writeFiles(out string, files map[string][]byte) error {
	for name, content := range files {
		file := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := writeFile(file, content); err != nil {
			return err
		}
	}
	return nil
}

// removeOld removes what a folder of out has under names that begin so, and files no longer has.
func removeOld(out, folder, prefix string, files map[string][]byte) error {
	old, err := os.ReadDir(filepath.Join(out, folder))
	if err != nil {
		return err
	}
	for _, f := range old {
		if _, still := files[path.Join(folder, f.Name())]; !still && strings.HasPrefix(f.Name(), prefix) {
			if err := os.Remove(filepath.Join(out, folder, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
