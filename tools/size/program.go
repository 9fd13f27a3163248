package main

import (
	"context"
	"strings"

	"github.com/godeferred/godeferred/internal/build"
)

// A limit may be for a Go program of the project's, by its package: "./size/programs/godeferred". It is built as the
// builder makes programs for pages.

func isProgram(name string) bool { return strings.HasPrefix(name, "./") }

// programSize is how many bytes the program's wasm is, with brotli.
func programSize(root, name string) (int64, error) {
	wasm, err := build.Wasm(context.Background(), root, name)
	return int64(packed(wasm)), err
}
