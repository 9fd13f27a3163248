package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestShippedModuleInAPage(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/deferred.js") })
}

func TestShippedScriptInAPage(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/starting.html") })
}

// The policy allows what WebAssembly needs, and neither eval nor inline scripts nor untrusted sinks.
func TestShippedModuleUnderAStrictPolicy(t *testing.T) {
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'")
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/deferred.js", policy) })
}

func TestDemoServerShowsAPageWithoutErrors(t *testing.T) {
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/")
	assert.True(t, harness.Eval[bool](tab, "godeferred.ready.then((given) => given === godeferred)"))
	assert.Empty(t, tab.Errors())
}
