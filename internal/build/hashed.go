package build

import (
	"bytes"
	"path"
	"strings"
)

// withHash puts a hash of the content into a name: app.wasm becomes app.0123456789abcdef.wasm. FileServer knows such
// names by the 16 digits.
func withHash(name string, content []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hash(content) + ext
}

// addHashed adds each script once more under a name with a hash, with its map, and returns their plain names.
//
// The plain names stay: godeferred.js is what a page can name without knowing the build, and finds the program by its
// hashed name. A page that its server fills in takes the hashed one from the manifest, and so asks for nothing that it
// has.
func addHashed(files map[string][]byte) (plain map[string]string) {
	plain = map[string]string{}
	for _, name := range []string{"godeferred.js", "godeferred.mjs", "core.mjs"} {
		hashed := withHash(name, files[name])
		// A script says where its map is in its last line.
		files[hashed] = bytes.Replace(files[name], []byte("sourceMappingURL="+name), []byte("sourceMappingURL="+hashed), 1)
		files[hashed+".map"] = files[name+".map"]
		plain[hashed], plain[hashed+".map"] = name, name+".map"
	}
	return plain
}
