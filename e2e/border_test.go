package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// internal/borderprogram is the runtime of the page, and passes values of all kinds.

func TestValuesPassBetweenGoAndThePage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/borderprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/program/border.js", program)
	})
}

// Values by chance of every type go there and back, in the page and in a worker.
func TestTypedValuesByChance(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/generate/testdata/rows")
	harness.RunPages(t, harness.Chromium, []string{"/pages/program/values.js", "/pages/program/values.js?worker"}, program)
}
