package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The files in web/vendor are the ones that the command makes of the packages that package-lock.json names.
func TestBundlesAreUpToDate(t *testing.T) {
	const root = "../.."
	if _, err := os.Stat(filepath.Join(root, "node_modules", "@codemirror")); err != nil {
		t.Skip("node_modules is not there: npm ci installs it")
	}
	files, err := bundle(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		is, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(folder), name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(is, want) {
			t.Errorf("%s/%s is not up to date: `go run ./editor` in tools writes it", folder, name)
		}
	}
}
