package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var inRepository = regexp.MustCompile(`href="https://github\.com/godeferred/godeferred/(blob|tree)/main/([^"#]+)`)

// Pages link to their sources where the project is kept. Each is a file of the project, or a folder.
func TestSourcesOfPagesAreThere(t *testing.T) {
	checked := 0
	err := fs.WalkDir(os.DirFS(built), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		page, err := os.ReadFile(filepath.Join(built, filepath.FromSlash(name)))
		for _, found := range inRepository.FindAllSubmatch(page, -1) {
			checked++
			file := string(found[2])
			info, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(file)))
			if err != nil || info.IsDir() != (string(found[1]) == "tree") {
				t.Errorf("%s refers to %s as a %s: it is not there", name, file, found[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatalf("run `make build` first: %v", err)
	}
	if checked < 30 {
		t.Errorf("only %d links to sources", checked)
	}
}
