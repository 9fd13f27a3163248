package build

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// examples are the programs of the folder of that name, and where dist has them. They are whole Go
// programs: what starts them is the toolchain's loader as it comes, not the bundle.
var examples = []string{"gallery", "client", "factbook"}

const examplesFolder = "examples"

// bookFile is what the program factbook reads. It is compressed in the repository.
const bookFile = "factbook.txt"

func addExamples(ctx context.Context, root string, files map[string][]byte) error {
	for _, name := range examples {
		wasm, err := buildWasm(ctx, root, "./"+path.Join(examplesFolder, name), false)
		if err != nil {
			return err
		}
		if wasm, err = withMemory(wasm, blankLines); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		files[path.Join(examplesFolder, name+".wasm")] = wasm
	}
	if err := addBook(root, files); err != nil {
		return err
	}
	loader, err := wasmExec(ctx)
	files[path.Join(examplesFolder, "wasm_exec.js")] = loader
	return err
}

// addBook adds the book as servers send it, and as others read it. Compressing it anew would take as long as all the rest.
func addBook(root string, files map[string][]byte) error {
	packed, err := os.ReadFile(filepath.Join(root, examplesFolder, "factbook", "book", bookFile+".br"))
	if err != nil {
		return err
	}
	name := path.Join(examplesFolder, bookFile)
	files[name+".br"] = packed
	if files[name], err = io.ReadAll(brotli.NewReader(bytes.NewReader(packed))); err != nil {
		return fmt.Errorf("%s.br: %w", bookFile, err)
	}
	return nil
}
