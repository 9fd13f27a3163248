// Package beside runs a Go program on package deferred in a page that has the bundle and jQuery, too.
package beside

import (
	"os"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

func TestAGoProgramBesideTheBundleAndJQuery(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	program := harness.Program(t, "./deferred/internal/beside")
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/go/beside-bundle.html", program) })
}
