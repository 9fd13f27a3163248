package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// metaFile says of which modules the classic script is made, in esbuild's format.
const metaFile = "godeferred.meta.json"

// These are imported by the others, and by their names: so they have no other ones with a hash.
const (
	workerScript   = "worker.mjs"   // when a program is to run in a worker
	devtoolsScript = "devtools.mjs" // by devtools()
)

const hostIsGos = " | contains parts of wasm_exec.js, (c) The Go Authors, BSD-3-Clause"

// scriptOptions are what scripts are made with.
type scriptOptions struct {
	version, build string
	wasm           string // the URL of the program that a script starts, as from the script
	goVersion      string // of the toolchain that built that program
	tables         *tables
	readable       bool // as they are written
}

// A scriptFile is one of the files that web/src becomes.
type scriptFile struct {
	entry, name string
	format      api.Format
	contains    string // what others have made
	whole       bool   // with what it imports inside
}

var distScripts = []scriptFile{
	{"entry/classic.js", "godeferred.js", api.FormatIIFE, hostIsGos, false},
	{"entry/module.js", "godeferred.mjs", api.FormatESModule, hostIsGos, false},
	{"entry/core.js", "core.mjs", api.FormatESModule, "", false},
	{"entry/worker.mjs", workerScript, api.FormatESModule, "", false},
	{"entry/devtools.mjs", devtoolsScript, api.FormatESModule, "", false},
}

// bundle makes the scripts from web/src, each with its map, with Go's tables inside. They start the default
// runtime or a page's own Go program: scripts for the one without the other were 1.4 kB smaller, and a page would have
// had to know which it has. Paths in maps are as from dist, wherever that is written: they say nothing of the machine.
func bundle(root string, o scriptOptions, scripts []scriptFile) (map[string][]byte, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, s := range scripts {
		var inject []string
		if s.format == api.FormatIIFE {
			inject = []string{filepath.Join(root, "web", "src", "lib", "natives.js")}
		}
		external := []string{"./" + workerScript, "./" + devtoolsScript} // downloaded when they are needed
		if s.whole {
			external = external[1:]
		}
		result := api.Build(api.BuildOptions{
			EntryPoints:       []string{filepath.Join(root, "web", "src", s.entry)},
			AbsWorkingDir:     root,
			Outfile:           filepath.Join(root, "dist", s.name),
			Sourcemap:         api.SourceMapLinked,
			Bundle:            true,
			Format:            s.format,
			Platform:          api.PlatformNeutral,
			Target:            api.ES2022,
			MinifyWhitespace:  !o.readable,
			MinifySyntax:      !o.readable,
			MinifyIdentifiers: !o.readable,
			KeepNames:         false,
			LegalComments:     api.LegalCommentsNone,
			Charset:           api.CharsetUTF8,
			Banner: map[string]string{"js": fmt.Sprintf(
				"/*! godeferred %s | MIT%s */", o.version, s.contains)},
			Define: map[string]string{
				"GODEFERRED_BUILD":   fmt.Sprintf("%q", o.build),
				"GODEFERRED_GO":      fmt.Sprintf("%q", o.goVersion),
				"GODEFERRED_VERSION": fmt.Sprintf("%q", o.version),
				"GODEFERRED_WASM":    fmt.Sprintf("%q", o.wasm),
			},
			External: external,
			Inject:   inject,
			Plugins:  []api.Plugin{o.tables.plugin()},
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
		if s.name == "godeferred.js" {
			files[metaFile] = []byte(result.Metafile)
		}
	}
	return files, nil
}

// wasmExec is the toolchain's own loader, which belongs to the compiler that made the wasm.
func wasmExec(ctx context.Context) ([]byte, error) {
	goroot, err := goTool(ctx, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
}
