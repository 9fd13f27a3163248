package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// packagesOf lists all packages that are in the wasm.
func packagesOf(root string) ([]string, error) {
	list := exec.Command("go", "list", "-deps", "./cmd/wasm")
	list.Dir = filepath.Clean(root)
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list -deps ./cmd/wasm: %w", err)
	}
	return strings.Fields(string(output)), nil
}

// What the linker makes of names that are not identifiers: path/to/my-pkg.F becomes path_to_my_pkg.F.
var notInNames = regexp.MustCompile(`[^\w.]`)

// byPackage is how many bytes of code each package has. What the compiler makes by itself belongs to none.
func (p *program) byPackage(packages []string) []line {
	real := map[string]string{"main": "main (cmd/wasm)"}
	for _, name := range packages {
		real[notInNames.ReplaceAllString(name, "_")] = name
	}
	sizes := map[string]int64{}
	for i, bytes := range p.functions {
		sizes[packageOf(p.names[i], real)] += int64(bytes)
	}
	return bySize(sizes)
}

// packageOf goes by the longest package path that the function's name begins with: paths have dots, too.
func packageOf(function string, packages map[string]string) string {
	// A method of a pointer: pkg.(*T).M has become pkg.__T_.M. Instances of generic functions keep their package.
	for end := len(function); end > 0; end = strings.LastIndexByte(function[:end], '.') {
		if name, is := packages[function[:end]]; is {
			return name
		}
	}
	switch {
	case strings.HasPrefix(function, "type_"):
		return "(comparing values)"
	case strings.HasPrefix(function, "wasm_") || strings.HasPrefix(function, "_rt0"):
		return "runtime"
	}
	return "(the rest)"
}
