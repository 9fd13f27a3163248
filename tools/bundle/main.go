// Command bundle makes one file for browsers of the Promises/A+ suite, an npm package written for Node:
// e2e/conformance/browser.js with all that it needs, as a script that defines aplus, in e2e/artifacts/.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	root := flag.String("root", ".", "the project's folder")
	flag.Parse()
	if err := bundle(*root); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func bundle(root string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	conformance := filepath.Join(root, "e2e", "conformance")
	result := api.Build(api.BuildOptions{
		EntryPoints:   []string{filepath.Join(conformance, "browser.js")},
		Outfile:       filepath.Join(root, "e2e", "artifacts", "aplus.js"),
		AbsWorkingDir: root,
		Bundle:        true,
		Write:         true,
		// Not a module: those are strict, and some tests of the suite are about sloppy functions.
		Format:     api.FormatIIFE,
		GlobalName: "aplus",
		Platform:   api.PlatformBrowser,
		Define:     map[string]string{"global": "globalThis"},
		Alias: map[string]string{
			"assert": filepath.Join(conformance, "assert.cjs"),
			"sinon":  filepath.Join(root, "node_modules", "sinon", "pkg", "sinon.js"),
		},
		Plugins:  []api.Plugin{sinonAsScript},
		LogLevel: api.LogLevelWarning,
	})
	if n := len(result.Errors); n > 0 {
		return fmt.Errorf("%d errors (is node_modules there? `npm ci` installs it)", n)
	}
	return nil
}

// sinonAsScript hides CommonJS from sinon's build for browsers: where it sees require, it passes it on as a value to
// load parts of itself, and no bundler can follow that. As in a script element, it then defines a global.
var sinonAsScript = api.Plugin{
	Name: "sinon as script",
	Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `sinon[/\\]pkg[/\\]sinon\.js$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			source, err := os.ReadFile(args.Path)
			script := "(function () { var require, module, exports, define;" + string(source) +
				"\n}).call(globalThis);\nmodule.exports = globalThis.sinon;"
			return api.OnLoadResult{Contents: &script}, err
		})
	},
}
