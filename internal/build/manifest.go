package build

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/internal/fileserver"
)

// manifestFile is what says what is in the folder: for servers that fill the names into a page, and for the next
// build, which removes what this one has left.
const manifestFile = fileserver.Manifest

// A manifest is what a build has written.
type manifest struct {
	Godeferred string         `json:"godeferred"` // the version
	Program    string         `json:"program"`    // the wasm's plain name
	Files      []manifestItem `json:"files"`      // by their paths
}

type manifestItem struct {
	Path   string `json:"path"`
	Name   string `json:"name,omitempty"` // without the hash, where Path has one
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// describe makes the manifest of files. plain has the names of those that have a hash in theirs.
func describe(program string, files map[string][]byte, plain map[string]string) manifest {
	m := manifest{Godeferred: godeferred.Version(), Program: program, Files: []manifestItem{}}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		item := manifestItem{Path: name, Name: plain[name], Bytes: len(files[name]), SHA256: digest(files[name])}
		for _, coded := range []string{".br", ".gz"} {
			if of, is := strings.CutSuffix(name, coded); is && plain[of] != "" {
				item.Name = plain[of] + coded
			}
		}
		m.Files = append(m.Files, item)
	}
	return m
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func (m manifest) text() []byte {
	text, _ := json.MarshalIndent(m, "", "\t") // strings and numbers: cannot fail
	return append(text, '\n')
}

// has tells whether an earlier build wrote a file of that path.
func (m manifest) has(path string) bool {
	return slices.ContainsFunc(m.Files, func(f manifestItem) bool { return f.Path == path })
}

// with is m and what only other has.
func (m manifest) with(other manifest) manifest {
	m.Files = slices.Clone(m.Files)
	for _, f := range other.Files {
		if !m.has(f.Path) {
			m.Files = append(m.Files, f)
		}
	}
	return m
}

// readManifest reads that of the last build, which is empty if there was none.
func readManifest(out string) (m manifest, err error) {
	file := filepath.Join(out, manifestFile)
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(text, &m); err != nil || m.Godeferred == "" {
		return m, fmt.Errorf("%s was not written by a build: move it away, or name another folder", file)
	}
	// Files are removed by these paths: none may lead out of the folder.
	m.Files = slices.DeleteFunc(m.Files, func(f manifestItem) bool { return !fs.ValidPath(f.Path) || !filepath.IsLocal(f.Path) })
	return m, nil
}

// Wrote tells whether the last build, or one under way, has written the file of that path in the folder out.
func Wrote(out, path string) bool {
	m, err := readManifest(out)
	return err == nil && (path == manifestFile || m.has(path))
}
