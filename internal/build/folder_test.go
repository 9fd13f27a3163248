package build

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// contents makes files of text.
func contents(files map[string]string) map[string][]byte {
	made := map[string][]byte{}
	for name, text := range files {
		made[name] = []byte(text)
	}
	return made
}

// putIn places files as a build does, and returns what is in the folder then.
func putIn(t *testing.T, out string, files map[string]string) map[string]string {
	t.Helper()
	require.NoError(t, place(out, contents(files), describe("app.wasm", contents(files), nil)))
	there := filesIn(t, out)
	assert.NotEmpty(t, there[manifestFile])
	delete(there, manifestFile)
	return there
}

func TestABuildRemovesWhatTheOneBeforeLeft(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "static")
	first := map[string]string{"app.1.wasm": "one", "app.1.wasm.br": "br one", "godeferred.js": "script of 1"}
	assert.Equal(t, first, putIn(t, out, first))
	second := map[string]string{"app.2.wasm": "two", "godeferred.js": "script of 2"}
	assert.Equal(t, second, putIn(t, out, second))
	assert.Equal(t, second, putIn(t, out, second), "the same build again")
}

func TestFilesOfTheUsersStay(t *testing.T) {
	out := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(out, name), []byte(text), 0o644))
	}
	write("index.html", "mine")
	write("app.9.wasm", "mine: it only looks like a build's")
	putIn(t, out, map[string]string{"app.1.wasm": "one", "old.js": "old", "gone.js": "gone", "folder.js": "x", "link.js": "mine"})
	write("old.js", "changed by hand")
	for _, name := range []string{"gone.js", "folder.js", "link.js"} {
		require.NoError(t, os.Remove(filepath.Join(out, name)))
	}
	require.NoError(t, os.Mkdir(filepath.Join(out, "folder.js"), 0o755))
	require.NoError(t, os.Symlink("index.html", filepath.Join(out, "link.js")))
	assert.Equal(t, map[string]string{
		"index.html": "mine", "app.9.wasm": "mine: it only looks like a build's", "old.js": "changed by hand", "app.2.wasm": "two",
		"folder.js": "(folder)", "link.js": "mine",
	}, putIn(t, out, map[string]string{"app.2.wasm": "two"}))
}

func TestABuildWritesOverItsOwnFilesOnly(t *testing.T) {
	out := t.TempDir()
	now := map[string]string{"a.js": "new", "core.mjs": "new"}
	fails := func(message string) {
		t.Helper()
		before := filesIn(t, out)
		err := place(out, contents(now), describe("app.wasm", contents(now), nil))
		require.ErrorContains(t, err, message)
		assert.Equal(t, before, filesIn(t, out), "nothing is changed")
	}
	require.NoError(t, os.WriteFile(filepath.Join(out, "core.mjs"), []byte("mine"), 0o644))
	fails("core.mjs was not written by a build: move it away, or name another folder to write to")

	require.NoError(t, os.WriteFile(filepath.Join(out, "core.mjs"), []byte("new"), 0o644))
	putIn(t, out, now) // the same bytes: nobody loses anything
	require.NoError(t, os.WriteFile(filepath.Join(out, "core.mjs"), []byte("changed by hand"), 0o644))
	assert.Equal(t, now, putIn(t, out, now))

	require.NoError(t, os.Remove(filepath.Join(out, "a.js")))
	require.NoError(t, os.Mkdir(filepath.Join(out, "a.js"), 0o755))
	fails("a.js is a folder")
	require.NoError(t, os.Remove(filepath.Join(out, "a.js")))

	require.NoError(t, os.WriteFile(filepath.Join(out, manifestFile), []byte(`{"mine": 1}`), 0o644))
	fails(manifestFile + " was not written by a build")
	require.NoError(t, os.WriteFile(filepath.Join(out, manifestFile), []byte(`mine`), 0o644))
	fails(manifestFile + " was not written by a build")
}

// A manifest may come from anywhere: with the folder, out of an archive.
func TestAManifestNamesFilesInItsFolderOnly(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "static")
	require.NoError(t, os.Mkdir(out, 0o755))
	outside := filepath.Join(dir, "outside")
	require.NoError(t, os.WriteFile(outside, []byte("x"), 0o644))
	old := manifest{Godeferred: "0.0.1"}
	for _, path := range []string{"../outside", outside, "a/../../outside"} {
		old.Files = append(old.Files, manifestItem{Path: path, Bytes: 1, SHA256: digest([]byte("x"))})
	}
	require.NoError(t, os.WriteFile(filepath.Join(out, manifestFile), old.text(), 0o644))
	putIn(t, out, map[string]string{"a.js": "a"})
	assert.FileExists(t, outside)
}

func TestAFailedWriteLeavesTheFolderAsItWas(t *testing.T) {
	out := t.TempDir()
	first := map[string]string{"a.js": "one", "z.js": "one"}
	putIn(t, out, first)
	before := filesIn(t, out)
	// The last of the files cannot be written: a folder has the name that it is first written by.
	require.NoError(t, os.Mkdir(filepath.Join(out, ".z.js.tmp"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(out, ".z.js.tmp", "x"), nil, 0o644))
	second := contents(map[string]string{"a.js": "two", "z.js": "two"})
	require.Error(t, place(out, second, describe("app.wasm", second, nil)))
	require.NoError(t, os.RemoveAll(filepath.Join(out, ".z.js.tmp")))
	assert.Equal(t, before, filesIn(t, out))
}

func TestTheManifestSaysWhatThereIs(t *testing.T) {
	files := contents(map[string]string{"app.1.wasm": "wasm", "app.1.wasm.br": "br", "godeferred.js": "script"})
	var got struct {
		Godeferred, Program string
		Files               []map[string]any
	}
	require.NoError(t, json.Unmarshal(describe("app.wasm", files, map[string]string{"app.1.wasm": "app.wasm"}).text(), &got))
	assert.Equal(t, "app.wasm", got.Program)
	assert.NotEmpty(t, got.Godeferred)
	assert.Equal(t, []map[string]any{
		{"path": "app.1.wasm", "name": "app.wasm", "bytes": 4., "sha256": digest([]byte("wasm"))},
		{"path": "app.1.wasm.br", "name": "app.wasm.br", "bytes": 2., "sha256": digest([]byte("br"))},
		{"path": "godeferred.js", "bytes": 6., "sha256": digest([]byte("script"))},
	}, got.Files)
	assert.Equal(t, "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9", digest([]byte("hello world")))
}

// A build that is cut short leaves files of two builds, and a manifest of both: the next one removes them all.
func TestAManifestCanNameTheFilesOfTwoBuilds(t *testing.T) {
	of := func(name, text string) manifest {
		return describe("app.wasm", contents(map[string]string{name: text, "both.js": text}), nil)
	}
	both := of("new.js", "two").with(of("old.js", "one"))
	named := map[string]string{}
	for _, f := range both.Files {
		named[f.Path] = f.SHA256
	}
	assert.Equal(t, map[string]string{
		"new.js": digest([]byte("two")), "both.js": digest([]byte("two")), "old.js": digest([]byte("one")),
	}, named)
	assert.Len(t, both.Files, 3)
}

func TestWroteKnowsTheFilesOfABuild(t *testing.T) {
	out := t.TempDir()
	assert.False(t, Wrote(out, "a.js"))
	putIn(t, out, map[string]string{"a.js": "a"})
	wrote := map[string]bool{}
	for _, path := range []string{"a.js", manifestFile, "index.html"} {
		wrote[path] = Wrote(out, path)
	}
	assert.Equal(t, map[string]bool{"a.js": true, manifestFile: true, "index.html": false}, wrote)
}

func TestHashedScriptsHaveTheirOwnMaps(t *testing.T) {
	files := contents(map[string]string{
		"godeferred.js": "a\n//# sourceMappingURL=godeferred.js.map\n", "godeferred.js.map": "map",
		"godeferred.mjs": "b\n//# sourceMappingURL=godeferred.mjs.map\n", "godeferred.mjs.map": "map",
		"core.mjs": "c\n//# sourceMappingURL=core.mjs.map\n", "core.mjs.map": "map",
		"godeferred.d.ts": "types",
	})
	before := maps.Clone(files)
	plain := addHashed(files)
	assert.Len(t, files, 7+6)
	assert.Len(t, plain, 6)
	for _, name := range slices.Sorted(maps.Keys(plain)) {
		assert.Equal(t, before[plain[name]], files[plain[name]], "the plain one stays")
		if filepath.Ext(name) != ".map" {
			assert.Regexp(t, `\.[0-9a-f]{16}\.m?js$`, name)
			assert.Contains(t, string(files[name]), "sourceMappingURL="+name+".map\n")
			assert.NotEmpty(t, files[name+".map"])
		}
	}
}
