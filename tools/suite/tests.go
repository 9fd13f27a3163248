package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func testLayers(ctx context.Context, p *project) outcome {
	return p.goTest(ctx, "tools", "-count=1", "./layers")
}

func testTools(ctx context.Context, p *project) outcome {
	packages, err := p.packagesWithTests(ctx, "tools")
	if err != nil {
		return outcome{err: err}
	}
	packages = slices.DeleteFunc(packages, func(pkg string) bool { return strings.Contains(pkg, "/tools/site") })
	return p.testAll(ctx, "tools", nil, except(except(packages, "/layers"), "/reproduce"))
}

func testNative(ctx context.Context, p *project) outcome {
	return p.goTest(ctx, "", "-race", "./...")
}

// testNode runs the tests of the packages for pages in Node, by the program that comes with Go for this.
func testNode(ctx context.Context, p *project) outcome {
	goroot, err := p.stdout(ctx, "", "go", "env", "GOROOT")
	if err != nil {
		return outcome{err: err}
	}
	node := filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "go_js_wasm_exec")
	return p.wasm().testWasm(ctx, node)
}

// testChromium runs the same tests in Chromium. wasmbrowsertest looks for the name headless_shell first, and has no
// way to pass flags on: tools/headless_shell starts the browser with the flags it needs here.
func testChromium(ctx context.Context, p *project) outcome {
	browser, err := chromium.find()
	if err != nil {
		return outcome{err: err}
	}
	path := p.path("bin") + string(os.PathListSeparator) + os.Getenv("PATH")
	return p.wasm().with("CHROMIUM="+browser, "PATH="+path).testWasm(ctx, p.path("bin", "wasmbrowsertest"))
}

func (p *project) testWasm(ctx context.Context, exec string) outcome {
	packages, err := p.packagesWithTests(ctx, "")
	if err != nil {
		return outcome{err: err}
	}
	// Servers and the builder are no programs for pages.
	for _, native := range []string{"/cmd/serve", "/cmd/godeferred", "/internal/build", "/internal/generate", "/internal/fileserver", "/internal/tiles", "/godeferred/godeferred"} {
		packages = except(packages, native)
	}
	return p.testAll(ctx, "", []string{"-exec", exec}, packages)
}

// packagesWithTests spares the building of test programs that would say "no test files".
func (p *project) packagesWithTests(ctx context.Context, dir string) ([]string, error) {
	list, err := p.stdout(ctx, dir, "go", "list", "-f", "{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}", "./...")
	return strings.Fields(list), err
}

func except(packages []string, suffix string) []string {
	var kept []string
	for _, pkg := range packages {
		if !strings.HasSuffix(pkg, suffix) {
			kept = append(kept, pkg)
		}
	}
	return kept
}

func (p *project) testAll(ctx context.Context, dir string, flags, packages []string) outcome {
	if len(packages) == 0 {
		return outcome{note: "no tests"}
	}
	return p.goTest(ctx, dir, append(flags, packages...)...)
}

func buildDist(ctx context.Context, p *project) outcome {
	return first(func() (string, error) { return p.command(ctx, "tools", "go", "run", "./dist", "-root", p.root) })
}

// testSite never takes a cached result: go test does not know of the files outside of its module, which the site is made
// of, and of those that were rendered, whose links it follows.
func testSite(ctx context.Context, p *project) outcome {
	return p.goTest(ctx, "tools", "-count=1", "./site/...")
}

// checkSize compares dist with size/budget.json.
func checkSize(ctx context.Context, p *project) outcome {
	return first(func() (string, error) {
		return p.command(ctx, "tools", "go", "run", "./size", "-root", p.root, "-check")
	})
}

// testE2E never takes a cached result: go test does not know of the shipped files and the browsers.
func testE2E(ctx context.Context, p *project) outcome {
	var browsers []string
	for _, pr := range []program{chromium, firefox, webkitDriver, webkitBrowser, xvfb, nginx} {
		path, err := pr.find()
		if err != nil {
			return outcome{err: err}
		}
		browsers = append(browsers, fmt.Sprintf("%s=%s", pr.variable, path))
	}
	return p.with(browsers...).goTest(ctx, "e2e", "-count=1", "-timeout=45m", "./...")
}
