package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// compress adds the forms that servers send as they are, made once and therefore at the highest
// levels. Types are for tools, which read them from disk.
func compress(files map[string][]byte) {
	names := make([]string, 0, len(files))
	for name := range files {
		if !strings.Contains(name, ".d.") {
			names = append(names, name)
		}
	}
	for _, name := range names {
		var br, gz bytes.Buffer
		// A window as large as the wasm: the default of 4 MB would do, and says so less plainly.
		w := brotli.NewWriterOptions(&br, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
		w.Write(files[name]) // a bytes.Buffer takes all
		w.Close()
		z, _ := gzip.NewWriterLevel(&gz, gzip.BestCompression) // the level is a valid one
		z.Write(files[name])
		z.Close()
		files[name+".br"], files[name+".gz"] = br.Bytes(), gz.Bytes()
	}
}

// write puts the files in place one by one, each whole, and removes those of earlier builds.
func write(out string, files map[string][]byte) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	old, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	for _, f := range old {
		if _, still := files[f.Name()]; !still && strings.HasPrefix(f.Name(), "godeferred.") {
			if err := os.Remove(filepath.Join(out, f.Name())); err != nil {
				return err
			}
		}
	}
	for name, content := range files {
		tmp := filepath.Join(out, "."+name+".tmp")
		if err := os.WriteFile(tmp, content, 0o644); err != nil {
			return err
		}
		if err := os.Rename(tmp, filepath.Join(out, name)); err != nil {
			return err
		}
	}
	return nil
}
