package main

import (
	"archive/zip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/module"
)

// newRepository makes a repository of the files. No setting of the machine's counts.
func newRepository(t *testing.T, files map[string]string) string {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	root := newProject(t, files)
	for _, args := range [][]string{
		{"init", "-q"}, {"config", "user.name", "x"}, {"config", "user.email", "x@example.com"},
		{"add", "."}, {"commit", "-qm", "x"},
	} {
		if _, err := git(context.Background(), root, args...); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func namesOf(t *testing.T, root string) (string, error) {
	t.Helper()
	files, err := moduleFiles(context.Background(), root)
	var names []string
	for _, f := range files {
		names = append(names, f.Path())
	}
	return strings.Join(names, " "), err
}

func TestTheModuleHasWhatACommitOfAllWouldHave(t *testing.T) {
	root := newRepository(t, map[string]string{
		"x.go": "package x\n", "gone.go": "package x\n", ".gitignore": "/made/\n", "tools/go.mod": "module t\n", "tools/t.go": "package t\n",
	})
	for name, text := range map[string]string{"new.go": "package x\n", "made/m.go": "package m\n"} {
		file := filepath.Join(root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(root, "gone.go")); err != nil {
		t.Fatal(err)
	}
	names, err := namesOf(t, root)
	if want := ".gitignore CHANGELOG.md README.md VERSION go.mod new.go npm/package.json x.go"; names != want || err != nil {
		t.Errorf("got %q, %v, expected %q", names, err, want)
	}
}

func TestFilesThatAModuleCannotHaveAreNamed(t *testing.T) {
	root := newRepository(t, map[string]string{"web/vendor/lib/a.js": "a"})
	if err := os.Symlink("go.mod", filepath.Join(root, "link.txt")); err != nil {
		t.Skip(err)
	}
	_, err := namesOf(t, root)
	expect(t, err, "web/vendor/lib/a.js is left out of the module")
	expect(t, err, "link.txt is a symbolic link")
}

func TestATagNamesACommitOfAll(t *testing.T) {
	root := newRepository(t, nil)
	problems := func() error { return errors.Join(commitProblems(context.Background(), root, "1.2.0")...) }
	expect(t, problems(), "")
	if _, err := git(context.Background(), root, "tag", "v1.2.0"); err != nil {
		t.Fatal(err)
	}
	expect(t, problems(), "")
	if err := os.WriteFile(filepath.Join(root, "new.go"), []byte("package x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	expect(t, problems(), "not committed:\n?? new.go")
	if _, err := git(context.Background(), root, "add", "."); err != nil {
		t.Fatal(err)
	}
	if _, err := git(context.Background(), root, "commit", "-qm", "y"); err != nil {
		t.Fatal(err)
	}
	expect(t, problems(), "the tag v1.2.0 names another commit")
}

func TestTheProxyHasTheModulesFiles(t *testing.T) {
	root := newRepository(t, map[string]string{"x.go": "package x\n"})
	files, err := moduleFiles(context.Background(), root)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if _, err := writeProxy(folder, module.Version{Path: "example.com/X", Version: "v1.2.0"}, []byte("module example.com/X\n"), files); err != nil {
		t.Fatal(err)
	}
	// A large letter is written as ! and the small one.
	archive, err := zip.OpenReader(filepath.Join(folder, "example.com", "!x", "@v", "v1.2.0.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	if _, err := archive.Open("example.com/X@v1.2.0/x.go"); err != nil {
		t.Error(err)
	}
}
