// Package build makes what is served: the project's own dist folder, and the folder of a page's own Go program
// (cmd/godeferred). It needs the Go toolchain and nothing else.
package build

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// An Options says how the project's dist folder is built.
type Options struct {
	Fast     bool // leave out the compressed forms
	Readable bool // leave the scripts as they are written
	Parts    bool // leave the names of functions in the wasm, and add what the script is made of
}

// Dist writes the project's dist folder: the wasm and one for debugging, the scripts with their maps, their
// hashes, the types, the example programs, and compressed forms. It builds everything in memory first, so that a failed
// build leaves the last good one alone.
func Dist(ctx context.Context, root, out string, o Options) error {
	started := time.Now()
	files, script, err := makeDist(ctx, root, o)
	if err != nil {
		return err
	}
	hashes := addIntegrity(files)
	if err := addExamples(ctx, root, files); err != nil {
		return err
	}
	if !o.Fast {
		compress(files, oftenInDist, highest)
	}
	if err := write(out, files); err != nil {
		return err
	}
	// A page that is written by hand can be put beside the loader, and be opened.
	if err := writeFile(filepath.Join(root, "web", "wasm_exec.js"), files[path.Join(examplesFolder, "wasm_exec.js")]); err != nil {
		return err
	}
	fmt.Printf("built %s in %.1fs: build %s\n", out, time.Since(started).Seconds(), script.build)
	fmt.Printf("%s: godeferred.js %s, godeferred.wasm %s\n", integrityFile, hashes["godeferred.js"], hashes["godeferred.wasm"])
	return nil
}

// makeDist makes the wasm and one for debugging, the scripts with their maps, and the types. It returns what the
// scripts were made with, too.
func makeDist(ctx context.Context, root string, o Options) (map[string][]byte, scriptOptions, error) {
	fail := func(err error) (map[string][]byte, scriptOptions, error) { return nil, scriptOptions{}, err }
	version, err := os.ReadFile(filepath.Join(root, "VERSION"))
	if err != nil {
		return fail(err)
	}
	linked, err := buildWasm(ctx, root, "./cmd/wasm", o.Parts)
	if err != nil {
		return fail(err)
	}
	if err := checkHost(root, linked); err != nil {
		return fail(err)
	}
	wasm, err := withMemory(linked, blankLines)
	if err != nil {
		return fail(fmt.Errorf("godeferred.wasm: %w", err))
	}
	debug, err := withMemory(linked, keepLines)
	if err != nil {
		return fail(fmt.Errorf("godeferred.debug.wasm: %w", err))
	}
	tables, err := makeTables()
	if err != nil {
		return fail(err)
	}
	// The build is known by a hash of both halves, which each then carries: the script refuses a
	// wasm that is not of its own build.
	goVersion, err := goTool(ctx, "env", "GOVERSION")
	if err != nil {
		return fail(err)
	}
	script := scriptOptions{
		version: strings.TrimSpace(string(version)), wasm: "./godeferred.wasm", goVersion: goVersion, tables: tables, readable: o.Readable,
	}
	blank, err := bundle(root, script, distScripts)
	if err != nil {
		return fail(err)
	}
	script.build = hash(wasm, blank["godeferred.js"], blank["godeferred.mjs"], blank["core.mjs"], blank[workerScript], blank[devtoolsScript])
	files, err := bundle(root, script, distScripts)
	if err != nil {
		return fail(err)
	}
	if !o.Parts {
		delete(files, metaFile)
	}
	files["godeferred.wasm"] = stamp(wasm, script.build, tables.hash)
	files["godeferred.debug.wasm"] = stamp(debug, script.build, tables.hash)
	return files, script, addPackageTypes(root, files)
}

// stamp says whose wasm it is: its build, and on the next line the hash of the tables that the script
// has to have. One wasm with lines and one without are of the same build.
func stamp(wasm []byte, build, tables string) []byte {
	return append(wasm, writeModule([]section{custom("godeferred", build+"\n"+tables)})[len(wasmHeader):]...)
}
