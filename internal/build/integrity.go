package build

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"path"
	"strings"
)

// integrityFile has the hash of each script and wasm, as the attribute integrity of a script element and load have it.
const integrityFile = "integrity.json"

// addIntegrity adds the integrity file for the files of the folder itself, without those of folders in it. It returns
// their hashes by their names.
func addIntegrity(files map[string][]byte) (hashes map[string]string) {
	hashes = map[string]string{}
	for name, content := range files {
		switch path.Ext(name) {
		case ".js", ".mjs", ".cjs", ".wasm":
			if !strings.Contains(name, "/") {
				hashes[name] = integrity(content)
			}
		}
	}
	text, _ := json.MarshalIndent(hashes, "", "\t") // strings: cannot fail
	files[integrityFile] = append(text, '\n')
	return hashes
}

// integrity is a hash in the form of Subresource Integrity, 3.1.
func integrity(content []byte) string {
	sum := sha512.Sum384(content)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}
