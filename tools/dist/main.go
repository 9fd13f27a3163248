// Command dist writes the project's dist folder: the wasm, the two scripts, the types, the example
// programs, and their compressed forms. It needs the Go toolchain and nothing else.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	out := flag.String("out", "", "where to write; the project's dist folder when empty")
	fast := flag.Bool("fast", false, "leave out the compressed forms")
	readable := flag.Bool("readable", false, "leave the scripts as they are written, for profiles and debugging")
	parts := flag.Bool("parts", false, "for tools/size: leave the names of functions in the wasm, and add "+metaFile)
	flag.Parse()
	if *out == "" {
		*out = filepath.Join(*root, "dist")
	}
	if err := run(*root, *out, *fast, *readable, *parts); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// run builds everything in memory first, so that a failed build leaves the last good one alone.
func run(root, out string, fast, readable, parts bool) error {
	started := time.Now()
	version, err := os.ReadFile(filepath.Join(root, "VERSION"))
	if err != nil {
		return err
	}
	wasm, err := buildWasm(root, "cmd/wasm", parts)
	if err != nil {
		return err
	}
	tables, err := makeTables(root)
	if err != nil {
		return err
	}
	// The build is known by a hash of both halves, which each then carries: the script refuses a
	// wasm that is not of its own build.
	blank, err := bundle(root, string(version), "", tables, readable)
	if err != nil {
		return err
	}
	build := hash(wasm, blank["godeferred.js"], blank["godeferred.mjs"])
	files, err := bundle(root, string(version), build, tables, readable)
	if err != nil {
		return err
	}
	if !parts {
		delete(files, metaFile)
	}
	files["godeferred.wasm"] = withSection(wasm, "godeferred", build)
	types, err := os.ReadFile(filepath.Join(root, "web", "types", "godeferred.d.ts"))
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	files["godeferred.d.ts"] = types
	files["godeferred.d.mts"] = types // what TypeScript looks for beside a .mjs
	if err := addExamples(root, files); err != nil {
		return err
	}
	if !fast {
		compress(files)
	}
	if err := write(out, files); err != nil {
		return err
	}
	fmt.Printf("built %s in %.1fs: build %s\n", out, time.Since(started).Seconds(), build)
	return nil
}
