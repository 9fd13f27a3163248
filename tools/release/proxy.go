package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// writeProxy writes a folder that the go command takes for a module proxy (`go help goproxy`), with one version of one
// module, and returns the size of the zip.
func writeProxy(folder string, version module.Version, goMod []byte, files []zip.File) (size int64, err error) {
	escaped, err := module.EscapePath(version.Path)
	if err != nil {
		return 0, err
	}
	at := filepath.Join(folder, filepath.FromSlash(escaped), "@v")
	if err := os.MkdirAll(at, 0o755); err != nil {
		return 0, err
	}
	info, err := json.Marshal(struct {
		Version string
		Time    time.Time
	}{version.Version, time.Now().UTC().Truncate(time.Second)})
	if err != nil {
		return 0, err
	}
	for name, content := range map[string][]byte{
		"list":                    []byte(version.Version + "\n"),
		version.Version + ".info": info,
		version.Version + ".mod":  goMod,
	} {
		if err := os.WriteFile(filepath.Join(at, name), content, 0o644); err != nil {
			return 0, err
		}
	}
	name := filepath.Join(at, version.Version+".zip")
	out, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	err = zip.Create(out, version, files)
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return 0, fmt.Errorf("the module's zip: %w", err)
	}
	written, err := os.Stat(name)
	if err != nil {
		return 0, err
	}
	return written.Size(), nil
}
