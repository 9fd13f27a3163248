package build

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// hosts are the modules of the page face that have what a Go program imports, each function by its name in quotes.
var hosts = []string{"go.js", "imports.js"}

// checkHost refuses a wasm that imports a function which the script does not have.
func checkHost(root string, wasm []byte) error {
	var host []byte
	for _, name := range hosts {
		text, err := os.ReadFile(filepath.Join(root, "web", "src", "runtime", name))
		if err != nil {
			return err
		}
		host = append(host, text...)
	}
	names, err := importsOf(wasm)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !bytes.Contains(host, fmt.Appendf(nil, "%q", name)) {
			return fmt.Errorf("the wasm imports %s, which godeferred.js does not have (web/src/runtime/go.js): use a Go version that this godeferred knows", name)
		}
	}
	return nil
}

// importsOf reads the names of an import section (5.5.5), in which Go's linker writes nothing but functions.
func importsOf(wasm []byte) (names []string, err error) {
	sections, err := parseModule(wasm)
	if err != nil {
		return nil, err
	}
	for _, s := range sections {
		if s.id != importSection {
			continue
		}
		r := &reader{rest: s.content}
		for count := r.number(); count > 0 && r.err == nil; count-- {
			r.take(r.number()) // the module, gojs
			names = append(names, string(r.take(r.number())))
			if kind := r.byte(); kind != 0 && r.err == nil {
				return nil, fmt.Errorf("an import is of kind %d, not a function", kind)
			}
			r.number() // its type
		}
		if r.err != nil {
			return nil, r.err
		}
	}
	return names, nil
}
