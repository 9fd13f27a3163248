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

// bundle makes the two scripts from web/src, with the toolchain's loader inside.
func bundle(root, version, build string, readable bool) (map[string][]byte, error) {
	source, err := wasmExec()
	if err != nil {
		return nil, err
	}
	loader := goLoader(source)
	files := map[string][]byte{}
	for _, s := range []struct {
		entry, name string
		format      api.Format
	}{
		{"classic.js", "godeferred.js", api.FormatIIFE},
		{"module.js", "godeferred.mjs", api.FormatESModule},
	} {
		result := api.Build(api.BuildOptions{
			EntryPoints:       []string{filepath.Join(root, "web", "src", s.entry)},
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
				"/*! godeferred %s | MIT | contains wasm_exec.js, (c) The Go Authors, BSD-3-Clause */", strings.TrimSpace(version))},
			Define: map[string]string{
				"GODEFERRED_BUILD":   fmt.Sprintf("%q", build),
				"GODEFERRED_VERSION": fmt.Sprintf("%q", strings.TrimSpace(version)),
			},
			Plugins:  []api.Plugin{loader},
			Metafile: true,
			Write:    false,
		})
		if len(result.Errors) > 0 {
			texts := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
			return nil, errors.New(strings.Join(texts, "\n"))
		}
		files[s.name] = result.OutputFiles[0].Contents
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

// goLoader provides the module "go:wasm_exec": the toolchain's wasm_exec.js, word for word, in a function whose
// parameters stand in for the globals that it uses.
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
const { performance: clock } = scope;

// Go ends at once where its clock stands at 0 or says NaN, as a page's fake one may. What is sensible is believed, of a
// fake one, too. No closures: Go asks several times in each call.
const isTime = (ms) => ms >= 0 && ms < Infinity;
const wall = (ask) => {
	try {
		const ms = ask(scope.Date);
		if (isTime(ms)) return ms;
	} catch {}
	return 0;
};
const performance = {
	now() {
		try {
			const ms = clock.now();
			if (isTime(ms)) return ms;
		} catch {}
		return wall((D) => D.now());
	},
};
class Date {
	static now() {
		return Math.max(wall((D) => D.now()), performance.now() + 1);
	}
	getTime() {
		return wall((D) => new D().getTime());
	}
}

/** Evaluates the loader. seen is what the global object seems to hold then. */
export const evaluate = (seen) => (function (globalThis, performance, Date, Reflect, fs, crypto, TextEncoder, TextDecoder, Uint8Array, DataView, Map, Promise) {
` + string(source) + `
	const { Go, process, path } = globalThis;
	const lent = { __proto__: null, fs: (fs = globalThis.fs), process, path };
	globalThis = scope;
	Object.setPrototypeOf(Go.prototype, null); // what is frozen on Object.prototype could not be assigned
	const real = Reflect;
	/** Calls fn while globals seem to be properties of the global object, to Go. */
	const pretend = (globals, fn) => {
		const before = Reflect;
		Reflect = { __proto__: real, get: (holder, name) => real.get(holder === scope && name in globals ? globals : holder, name) };
		try {
			return fn();
		} finally {
			Reflect = before;
		}
	};
	return { Go, lent, pretend };
})(
	{ __proto__: null, crypto: true, performance: true, TextEncoder: true, TextDecoder: true, ...seen },
	performance, Date, scope.Reflect, null, scope.crypto, scope.TextEncoder, scope.TextDecoder, scope.Uint8Array, scope.DataView, scope.Map, scope.Promise,
);
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
