package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"slices"

	"github.com/godeferred/godeferred"
)

// build is one state of the dist folder, whole in memory: an address that holds hash answers these
// bytes and no others, whatever happens to the folder.
type build struct {
	hash    string
	files   memory
	handler http.Handler // serves files
}

// needed is what a folder must have to count as built.
var needed = []string{"godeferred.js", "godeferred.wasm"}

// readBuild reads every regular file of folder. Symbolic links are left out, wherever they lead.
func readBuild(folder fs.FS) (*build, error) {
	bodies := memory{}
	err := walkFiles(folder, func(name string) error {
		body, err := fs.ReadFile(folder, name)
		bodies[name] = body
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, name := range needed {
		if _, ok := bodies[name]; !ok {
			return nil, fmt.Errorf("%s is missing: %w", name, fs.ErrNotExist)
		}
	}
	return &build{hashAll(bodies), bodies, godeferred.FileServer(bodies)}, nil
}

// hashAll covers names, lengths and bytes, in the order of names: no two folders share it by moving a border.
func hashAll(bodies map[string][]byte) string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(bodies)) {
		_, _ = fmt.Fprintf(sum, "%q %d\n", name, len(bodies[name]))
		sum.Write(bodies[name])
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// walkFiles calls visit with the path of every regular file of folder, in a fixed order.
func walkFiles(folder fs.FS, visit func(name string) error) error {
	return fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		return visit(name)
	})
}
