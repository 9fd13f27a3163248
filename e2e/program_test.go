package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A page's own Go program, internal/pageprogram, is the runtime of pages, workers and Node.

func TestAGoProgramIsTheRuntimeOfAPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{
			"/pages/program/early.html", "/pages/program/page.js",
		}, program)
		// Go says in the console why a program has ended.
		harness.RunPages(t, b, []string{"/pages/program/page.js?ends", "/pages/program/worker.js"}, program, harness.AllowErrors())
	})
}

func TestAGoProgramIsTheRuntimeOfNode(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.Program(t, "./internal/pageprogram")
	harness.RunNode(t, "--no-warnings", "pages/program/node.js")
	harness.RunNode(t, "--no-warnings", "pages/program/superseded.cjs")
}
