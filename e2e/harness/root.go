package harness

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// Root is the folder of the project, whatever folder the test runs in.
func Root() string {
	_, file, _, ok := runtime.Caller(0)
	if !ok {
		panic("harness: built without file names (-trimpath): the project's folder is unknown")
	}
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// RequireDist fails the test, saying what to do, when the shipped files have not been built, or are older than what they
// are built from.
func RequireDist(t testing.TB) string {
	t.Helper()
	dist := filepath.Join(Root(), "dist")
	built, err := os.Stat(filepath.Join(dist, "godeferred.wasm"))
	if err != nil {
		t.Fatal("dist/ is not built: run `make build` first")
	}
	requireNewer(t, "dist/", built, newestBuilt)
	return dist
}

// RequireSite is RequireDist for the site, which the same command writes.
func RequireSite(t testing.TB) string {
	t.Helper()
	RequireDist(t)
	site := filepath.Join(Root(), "bin", "site")
	built, err := os.Stat(site) // The folder has the time of the last rendering, whether that changed a file or not.
	if err != nil {
		t.Fatal("bin/site/ is not built: run `make build` first")
	}
	requireNewer(t, "bin/site/", built, newestRendered)
	return site
}

func requireNewer(t testing.TB, name string, built fs.FileInfo, newest func() (source, error)) {
	t.Helper()
	from, err := newest()
	if err != nil {
		t.Fatal(err)
	}
	if from.changed.After(built.ModTime()) {
		t.Fatalf("%s is older than %s: run `make build` first", name, from.name)
	}
}

// builtFrom are the folders whose files go into dist/. Tests do not.
var builtFrom = []string{"web/src", "web/types", "ajax", "anim", "deferred", "dom", "page", "internal", "cmd/wasm", "cmd/tables", "examples", "tools/dist"}

// renderedFrom are the folders whose files go into the site, besides dist.
var renderedFrom = []string{"web", "bench", "docs", "tools/site"}

type source struct {
	name    string
	changed time.Time
}

var (
	newestBuilt    = sync.OnceValues(func() (source, error) { return newestOf(builtFrom) })
	newestRendered = sync.OnceValues(func() (source, error) { return newestOf(renderedFrom) })
)

// newestOf is the file that was changed last.
func newestOf(folders []string) (newest source, err error) {
	for _, folder := range folders {
		err = filepath.WalkDir(filepath.Join(Root(), filepath.FromSlash(folder)), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.Contains(d.Name(), "_test.") || strings.HasSuffix(d.Name(), ".test-d.ts") || d.Name() == "wasm_exec.js" {
				return err
			}
			info, err := d.Info()
			if err == nil && info.ModTime().After(newest.changed) {
				newest = source{file, info.ModTime()}
			}
			return err
		})
		if err != nil {
			return source{}, err
		}
	}
	newest.name, err = filepath.Rel(Root(), newest.name)
	return newest, err
}

// RequireModules fails the test, saying what to do, when the npm packages are not there.
func RequireModules(t testing.TB) string {
	t.Helper()
	modules := filepath.Join(Root(), "node_modules")
	if _, err := os.Stat(modules); err != nil {
		t.Fatal("node_modules/ is not there: run `npm ci` first")
	}
	return modules
}
