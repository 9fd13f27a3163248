package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// needed is what a folder must have to count as built.
var needed = []string{"godeferred.js", "godeferred.wasm"}

// addDist adds the build as dist/<hash>/, where hash is that of all its files: what is at such an address never changes,
// so browsers can keep it for good. The hash is a folder, not part of the files' names, because the script looks for its
// wasm beside itself. An old page therefore never gets a script and a wasm of different builds.
func (s *site) addDist(folder fs.FS) error {
	bodies := map[string][]byte{}
	err := walkFiles(folder, func(name string) error {
		if !isForPages(name) {
			return nil
		}
		body, err := fs.ReadFile(folder, name)
		bodies[name] = body
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range needed {
		if _, is := bodies[name]; !is {
			return fmt.Errorf("%s is missing: %w", name, fs.ErrNotExist)
		}
	}
	hash := hashAll(bodies)
	s.dist = "/dist/" + hash
	for name, body := range bodies {
		s.files["dist/"+hash+"/"+name] = body
	}
	return nil
}

// isForPages leaves out what only tools read: types, and the wasm for debugging, which is the largest file.
func isForPages(name string) bool {
	return !strings.Contains(name, ".d.") && !strings.Contains(name, ".debug.")
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
