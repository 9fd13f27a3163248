package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestShippedModuleInAPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/entry/module.js") })
}

func TestShippedScriptInAPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/entry/classic.html") })
}

// The policy allows what WebAssembly needs, and neither eval nor inline scripts nor untrusted sinks.
func TestShippedModuleUnderAStrictPolicy(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'")
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/entry/module.js", policy) })
}

// Node's require takes the classic script, in whatever folder it lies.
func TestShippedScriptInNode(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	folder := filepath.Join(t.TempDir(), "a #b?c%d")
	require.NoError(t, os.Mkdir(folder, 0o755))
	for _, name := range []string{"godeferred.js", "godeferred.wasm"} {
		content, err := os.ReadFile(filepath.Join(harness.Root(), "dist", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), content, 0o644))
	}
	printed := harness.NodePrints(t, fmt.Sprintf(`
		import { createRequire } from "node:module";
		createRequire(import.meta.url)(%q);
		await godeferred.load();
		godeferred.Deferred().resolve("required").done(console.log);
	`, filepath.Join(folder, "godeferred.js")))
	assert.Equal(t, "required\n", printed)
}

func TestDemoServerShowsAPageWithoutErrors(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/panel.html")
	assert.True(t, harness.Eval[bool](tab, "godeferred.ready.then((given) => given === godeferred)"))
	assert.Empty(t, tab.Errors())
}
