package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What install does, and that no callback's trace shows it, in each build that a page may give to it.
func TestInstall(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	for _, build := range []string{
		"jquery/dist/jquery.js",
		"jquery/dist/jquery.slim.js",
		"jquery3/dist/jquery.js",
		"jquery3/dist/jquery.slim.js",
	} {
		t.Run(build, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/install/all.js?build="+build, requestAnswers()...)
			})
		})
	}
}

// What a page's jQuery does in programs made up by chance, it does with install.
func TestInstallByChance(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/install/random.html", requestAnswers()...)
	})
}

// Plugins as they are published: they know of jQuery 3 and no later one.
func TestPluginsUnderInstall(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/install/plugins.html", requestAnswers()...)
	})
}
