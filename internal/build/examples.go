package build

import (
	"context"
	"fmt"
	"path"
)

// examples are the programs of the folder of that name, and where dist has them. They are whole Go
// programs: what starts them is the toolchain's loader as it comes, not the bundle.
var examples = []string{"gallery", "client"}

const examplesFolder = "examples"

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
	loader, err := wasmExec(ctx)
	files[path.Join(examplesFolder, "wasm_exec.js")] = loader
	return err
}
