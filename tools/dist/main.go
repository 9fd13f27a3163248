// Command dist writes the project's dist folder: the wasm and one for debugging, the scripts with their
// maps, the types, the example programs, and compressed forms. It needs the Go toolchain and nothing else.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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
	linked, err := buildWasm(root, "cmd/wasm", parts)
	if err != nil {
		return err
	}
	if err := checkHost(root, linked); err != nil {
		return err
	}
	wasm, err := withMemory(linked, blankLines)
	if err != nil {
		return fmt.Errorf("godeferred.wasm: %w", err)
	}
	debug, err := withMemory(linked, keepLines)
	if err != nil {
		return fmt.Errorf("godeferred.debug.wasm: %w", err)
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
	build := hash(wasm, blank["godeferred.js"], blank["godeferred.mjs"], blank["core.mjs"])
	files, err := bundle(root, string(version), build, tables, readable)
	if err != nil {
		return err
	}
	if !parts {
		delete(files, metaFile)
	}
	files["godeferred.wasm"] = stamp(wasm, build, tables.hash)
	files["godeferred.debug.wasm"] = stamp(debug, build, tables.hash)
	if err := addTypes(root, files); err != nil {
		return err
	}
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

// stamp says whose wasm it is: its build, and on the next line the hash of the tables that the script
// has to have. One wasm with lines and one without are of the same build.
func stamp(wasm []byte, build, tables string) []byte {
	return append(wasm, writeModule([]section{custom("godeferred", build+"\n"+tables)})[len(wasmHeader):]...)
}

// addTypes adds the types, under each name that TypeScript looks for beside a script. Those of modules import those of
// modules: the types of both scripts in one program declare the same global twice, which is an error.
func addTypes(root string, files map[string][]byte) error {
	for source, names := range map[string][]string{
		"godeferred.d.ts": {"godeferred.d.ts", "godeferred.d.mts"},
		"core.d.mts":      {"core.d.mts"},
	} {
		types, err := os.ReadFile(filepath.Join(root, "web", "types", source))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		for _, name := range names {
			files[name] = types
			if strings.HasSuffix(name, ".d.mts") {
				files[name] = bytes.ReplaceAll(types, []byte(`"./godeferred.js"`), []byte(`"./godeferred.mjs"`))
			}
		}
	}
	return nil
}
