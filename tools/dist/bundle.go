package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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

// unused is what there is of the loader for other programs: stubs for files and processes, which say that
// there are none, and questions whether the browser is older than the bundle's own syntax.
var unused = regexp.MustCompile(`(?m)^\t+\w+\(.*\) \{ (callback\(.*\)|throw enosys\(\)|return -1); \},\n|` +
	`^\tif \(!globalThis\.\w+\) \{\n\t\tthrow .*\n\t\}\n`)

// goLoader provides the module "go:wasm_exec": the toolchain's wasm_exec.js, without what is unused, in a function
// whose parameter stands in for the global object. The other globals that it uses are variables of the module.
//
// While it is evaluated, its globalThis is an object of ours, and while a program starts, its Reflect answers for the
// few globals that programs look for then. So the page's global object is neither asked for them nor changed, whatever
// the page has by those names. To set them there and to put back what was there would not do for all: a variable that
// is declared by const cannot be set, and a getter or a frozen object not without being asked.
//
// What the page has not spoilt when the script runs, it cannot spoil later. Timers and the console are left to the
// page, which may have its reasons: a fake clock, a recorder.
func goLoader(source []byte) api.Plugin {
	text := `const scope = globalThis;
const { hasOwn } = Object;
const { performance: clock, Reflect: real, crypto, TextEncoder, TextDecoder, Uint8Array, DataView, Map, Promise } = scope;
let Reflect = real;
let fs;

// Go ends at once where its clock stands at 0 or says NaN, as a page's fake one may. What is sensible is believed, of a
// fake one, too.
const time = (ask, otherwise) => {
	try {
		const ms = ask(scope.Date);
		if (ms >= 0 && ms < Infinity) return ms;
	} catch {}
	return otherwise ? otherwise() : 0;
};
const now = () => time((D) => D.now());
const performance = { now: () => time(() => clock.now(), now) };
class Date {
	static now() {
		return Math.max(now(), performance.now() + 1);
	}
	getTime() {
		return time((D) => new D().getTime());
	}
}

/** Evaluates the loader. globalThis is what the global object seems to be then. */
export const evaluate = (globalThis) => {
` + string(unused.ReplaceAll(source, nil)) + `
	const globals = globalThis;
	const { Go } = globals;
	fs = globals.fs;
	globalThis = scope;
	const seen = {
		__proto__: real,
		get: (holder, name) => real.get(holder === scope && hasOwn(globals, name) ? globals : holder, name),
	};
	/**
	 * Starts a program. Returns once its main function waits; that it ends, or cannot start, is not told.
	 * It finds bridge as the global __godeferred, and those that are missing, too.
	 */
	const runGo = (instance, go, bridge) => {
		globals.__godeferred = bridge;
		Reflect = seen;
		go.run(instance).catch(() => {});
		Reflect = real;
	};
	return { Go, runGo };
};
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
