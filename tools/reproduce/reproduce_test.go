package reproduce

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/godeferred/godeferred/internal/build"
)

// What is built, installed or tracked elsewhere, and the modules that a build does not need.
var notCopied = []string{".git", "node_modules", "dist", "bin", "artifacts", "e2e", "tools", "docs"}

// copyProject copies the sources into a folder whose path is longer, and whose files are new.
func copyProject(t *testing.T, root string) string {
	t.Helper()
	target := filepath.Join(t.TempDir(), "another folder", "with-a-longer-path", "godeferred")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		to := filepath.Join(target, inside)
		switch {
		case entry.IsDir() && inside != "." && slices.Contains(notCopied, entry.Name()):
			return filepath.SkipDir
		case entry.IsDir():
			return os.MkdirAll(to, 0o755)
		case !entry.Type().IsRegular():
			return nil
		}
		content, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(to, content, 0o600))
	})
	if err != nil {
		t.Fatal(err)
	}
	return target
}

// built is what a project's folder becomes: dist and the npm package, by their paths.
func built(t *testing.T, root string) map[string][]byte {
	t.Helper()
	out := t.TempDir()
	if err := build.Dist(context.Background(), root, filepath.Join(out, "dist"), build.Options{Fast: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := build.Package(context.Background(), root, out); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	err := filepath.WalkDir(out, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Whoever has the sources and the same Go can tell whether what is published was built from them.
func TestTwoFoldersGiveTheSameBytes(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	here := built(t, root)
	copied := copyProject(t, root)
	// Neither the time zone nor the language of the machine may show.
	t.Setenv("TZ", "Asia/Kathmandu")
	t.Setenv("LC_ALL", "tr_TR.UTF-8")
	t.Setenv("TMPDIR", t.TempDir())
	there := built(t, copied)

	archives := 0
	for name, content := range here {
		other, is := there[name]
		switch {
		case !is:
			t.Errorf("only one build has %s", name)
		case !bytes.Equal(content, other):
			t.Errorf("%s differs: %d and %d bytes", name, len(content), len(other))
		}
		if strings.HasSuffix(name, ".tgz") {
			archives++
			checkLegalFiles(t, content)
		}
		delete(there, name)
	}
	for name := range there {
		t.Errorf("only one build has %s", name)
	}
	if len(here) < 15 || archives != 1 {
		t.Errorf("only %d files were compared, %d of them archives", len(here), archives)
	}
}

// checkLegalFiles looks for what must not be given away without.
func checkLegalFiles(t *testing.T, archive []byte) {
	t.Helper()
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	missing := []string{"package/LICENSE", "package/NOTICE", "package/THIRD-PARTY-LICENSES"}
	for reader := tar.NewReader(unzipped); ; {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == header.Name })
	}
	if len(missing) > 0 {
		t.Errorf("the npm package lacks %v", missing)
	}
}
