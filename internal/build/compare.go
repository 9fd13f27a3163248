package build

import "context"

// Wasm is a program of the project's as `godeferred build` makes it for a page, uncompressed. tools/size compares such
// programs.
func Wasm(ctx context.Context, root, program string) ([]byte, error) {
	linked, err := buildWasm(ctx, root, program, false)
	if err != nil {
		return nil, err
	}
	return withMemory(linked, blankLines)
}
