package fileserver

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"
)

// A name with a hash has 16 hexadecimal digits in small letters between two dots. 8 would be those of a date, too.
var hashInName = regexp.MustCompile(`\.[0-9a-f]{16}\.`)

func hasHash(name string) bool {
	return hashInName.MatchString(name[strings.LastIndexByte(name, '/')+1:])
}

// Manifest is the file in which the builder says what it has written.
const Manifest = "godeferred.json"

// hashed is the name with a hash of the file that a page may call name.
func (s *handler) hashed(name string) (string, bool) {
	text, err := fs.ReadFile(s.files, Manifest)
	if err != nil {
		return "", false
	}
	var manifest struct {
		Files []struct{ Path, Name string }
	}
	if json.Unmarshal(text, &manifest) != nil {
		return "", false // a file of another kind has this name
	}
	for _, f := range manifest.Files {
		if f.Name != name {
			continue
		}
		// The manifest may name nothing that an address may not.
		if clean, ok := nameOf(f.Path); !ok || clean != f.Path {
			continue
		}
		if _, err := fs.Stat(s.files, f.Path); err == nil {
			return f.Path, true
		}
	}
	return "", false
}
