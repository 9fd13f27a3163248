package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// metaFile says of which modules the classic script is made, in esbuild's format.
const metaFile = "godeferred.meta.json"

const loaderIsGos = " | contains wasm_exec.js, (c) The Go Authors, BSD-3-Clause"

// bundle makes the scripts from web/src, each with its map, with the toolchain's loader and Go's tables
// inside. Paths in maps are as from dist, wherever that is written: they say nothing of the machine.
func bundle(root, version, build string, tables *tables, readable bool) (map[string][]byte, error) {
	source, err := wasmExec()
	if err != nil {
		return nil, err
	}
	loader := goLoader(source)
	if root, err = filepath.Abs(root); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, s := range []struct {
		entry, name string
		format      api.Format
		contains    string // what others have made
	}{
		{"classic.js", "godeferred.js", api.FormatIIFE, loaderIsGos},
		{"module.js", "godeferred.mjs", api.FormatESModule, loaderIsGos},
		{"core-module.js", "core.mjs", api.FormatESModule, ""},
	} {
		result := api.Build(api.BuildOptions{
			EntryPoints:       []string{filepath.Join(root, "web", "src", s.entry)},
			AbsWorkingDir:     root,
			Outfile:           filepath.Join(root, "dist", s.name),
			Sourcemap:         api.SourceMapLinked,
			Bundle:            true,
			Format:            s.format,
			Platform:          api.PlatformNeutral,
			Target:            api.ES2022,
			External:          []string{"node:*"},
			MinifyWhitespace:  !readable,
			MinifySyntax:      !readable,
			MinifyIdentifiers: !readable,
			KeepNames:         false,
			LegalComments:     api.LegalCommentsNone,
			Charset:           api.CharsetUTF8,
			Banner: map[string]string{"js": fmt.Sprintf(
				"/*! godeferred %s | MIT%s */", strings.TrimSpace(version), s.contains)},
			Define: map[string]string{
				"GODEFERRED_BUILD":   fmt.Sprintf("%q", build),
				"GODEFERRED_VERSION": fmt.Sprintf("%q", strings.TrimSpace(version)),
			},
			Plugins:  []api.Plugin{loader, tables.plugin()},
			Metafile: true,
			Write:    false,
		})
		if len(result.Errors) > 0 {
			texts := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
			return nil, errors.New(strings.Join(texts, "\n"))
		}
		for _, file := range result.OutputFiles {
			files[filepath.Base(file.Path)] = file.Contents
		}
		if s.format == api.FormatIIFE {
			files[metaFile] = []byte(result.Metafile)
		}
	}
	return files, nil
}

// wasmExec is the toolchain's own loader, which belongs to the compiler that made the wasm.
func wasmExec() ([]byte, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
}

// goLoader provides the module "go:wasm_exec": the toolchain's wasm_exec.js, kept from leaving
// anything on the global object. It reads `fs` by that name when the program prints.
func goLoader(source []byte) api.Plugin {
	text := `const scope = globalThis;
const names = ["Go", "fs", "process", "path"];
const before = names.map((name) => [name, name in scope, scope[name]]);
let fs;
` + string(source) + `
fs = scope.fs;
export const Go = scope.Go;
export const lent = { fs: scope.fs, process: scope.process, path: scope.path };
for (const [name, had, value] of before) {
	if (had) scope[name] = value;
	else delete scope[name];
}
`
	return api.Plugin{Name: "go", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^go:wasm_exec$"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: a.Path, Namespace: "go"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "go"}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
		})
	}}
}
