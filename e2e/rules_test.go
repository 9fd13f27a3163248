package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestRulesOfDeferred(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, page := range []string{"rules", "rules-order", "rules-errors", "rules-hooks", "rules-thenables", "rules-when"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/"+page+".js") })
		})
	}
}
