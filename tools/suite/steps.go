package main

// The steps, in the order in which they run: what is quick and fails most often comes first, once all is installed.
var steps = []step{
	{"npm", "setup", nil, installPackages},
	{"go tools", "setup", nil, installGoTools},
	{"c compiler", "setup", nil, need(cCompiler)},
	{"chromium", "setup", nil, need(chromium)},
	{"firefox", "setup", nil, need(firefox)},
	{"webkit driver", "setup", nil, need(webkitDriver)},
	{"webkit", "setup", []string{"webkit driver"}, need(webkitBrowser)},
	{"xvfb", "setup", nil, need(xvfb)},
	{"nginx", "setup", nil, need(nginx)},

	{"gofmt", "lint", nil, checkGofmt},
	{"biome", "lint", []string{"npm"}, checkBiome},
	{"go vet", "lint", nil, vet},
	{"staticcheck", "lint", []string{"go tools"}, staticcheck},
	{"layers", "lint", nil, testLayers},
	{"types of the glue", "lint", []string{"npm"}, checkGlueTypes},
	{"types for pages", "lint", []string{"npm"}, checkPageTypes},

	{"licences", "supply", nil, checkLicences},
	{"govulncheck", "supply", nil, checkVulnerabilities},
	{"reproducible build", "supply", nil, testReproducible},

	{"tests of the tools", "unit", nil, testTools},
	{"go test -race", "unit", []string{"c compiler"}, testNative},
	{"js/wasm tests in Node", "unit", []string{"npm"}, testNode},
	{"js/wasm tests in Chromium", "unit", []string{"go tools", "chromium"}, testChromium},

	{"build dist", "build", nil, buildDist},
	{"site", "build", []string{"build dist"}, testSite},
	{"size", "build", []string{"build dist"}, checkSize},
	{"npm package", "package", []string{"npm"}, installPackage},
	{"release check", "package", []string{"npm"}, checkRelease},
	{"conformance and e2e", "e2e", []string{"npm", "chromium", "firefox", "webkit", "xvfb", "nginx", "build dist", "npm package"}, testE2E},
}
