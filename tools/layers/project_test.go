package layers

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/godeferred/godeferred"

// projectRoot is two folders up: tests run in the folder of their package.
const projectRoot = "../.."

type goPackage struct {
	ImportPath string
	Imports    []string
}

// page is what go list must be told in order to see the packages as they are compiled for a page.
var page = []string{"GOOS=js", "GOARCH=wasm"}

func goList(t *testing.T, env []string, args ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports"}, args...)...)
	cmd.Dir = projectRoot
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("go list %v: %s", args, exit.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	var packages []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) == 0 {
		t.Fatalf("go list %v found no packages", args)
	}
	return packages
}

// What is built, installed or downloaded is not ours to judge.
var notSources = []string{".git", "node_modules", "dist", "bin", "artifacts", "vendor", "testdata"}

// notOurs is a file that the build leaves in web: the toolchain's.
const notOurs = "wasm_exec.js"

// sources are the project's files with one of the extensions, as paths in the project; generated ones are left out.
func sources(t *testing.T, extensions ...string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(projectRoot, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains(notSources, entry.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if slices.Contains(extensions, filepath.Ext(path)) && entry.Name() != notOurs && !isGenerated(t, path) {
			name, err := filepath.Rel(projectRoot, path)
			found = append(found, filepath.ToSlash(name))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("no files end in %v", extensions)
	}
	return found
}

// isGenerated tells by Go's own mark, "// Code generated … DO NOT EDIT.", which must come early.
func isGenerated(t *testing.T, path string) bool {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for range 5 {
		if !lines.Scan() {
			break
		}
		if line := lines.Text(); strings.HasPrefix(line, "// Code generated ") && strings.HasSuffix(line, " DO NOT EDIT.") {
			return true
		}
	}
	return false
}

// contentOf reads a file that sources named.
func contentOf(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(projectRoot, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
