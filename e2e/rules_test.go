package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestRulesOfDeferred(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, page := range []string{"rules", "order", "errors", "hooks", "thenables", "native-promises", "inspect", "abort", "long"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/deferred/"+page+".js") })
		})
	}
}
