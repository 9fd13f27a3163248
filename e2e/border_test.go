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
