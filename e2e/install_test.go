package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The builds of jQuery that a page may give to install.
var builds = []string{
	"jquery/dist/jquery.js",
	"jquery/dist/jquery.slim.js",
	"jquery3/dist/jquery.js",
	"jquery3/dist/jquery.slim.js",
}

// inEachBuild runs a test page with each build, in each browser.
func inEachBuild(t *testing.T, page string, builds ...string) {
	t.Helper()
	harness.RequireDist(t)
	harness.RequireModules(t)
	for _, build := range builds {
		t.Run(build, func(t *testing.T) {
			harness.InEach(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, page+"?build="+build, requestAnswers()...)
			})
		})
	}
}

func TestInstall(t *testing.T) { inEachBuild(t, "/pages/install.js", builds...) }

// The requests and programs are those that jQuery has the functions for: its slim build 4 has none of them.
func TestInstallChangesNoTrace(t *testing.T) {
	inEachBuild(t, "/pages/install-traces.js", "jquery/dist/jquery.js", "jquery3/dist/jquery.js", "jquery3/dist/jquery.slim.js")
}

func TestInstalledEffects(t *testing.T) { inEachBuild(t, "/pages/install-effects.js", builds...) }

// Plugins as they are published: they know of jQuery 3 and no later one.
func TestPluginsUnderInstall(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/install-plugins.html", requestAnswers()...)
	})
}
