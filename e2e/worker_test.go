package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A page's own Go program runs in a worker, and the page calls it by messages.

func TestAGoProgramRunsInAWorkerOfItsPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js"}, program)
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js?ends"}, program, harness.AllowErrors())
	})
}
