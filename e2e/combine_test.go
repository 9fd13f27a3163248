package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestCombining(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, page := range []string{"joins", "when", "work"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/combine/"+page+".js") })
		})
	}
}

// The requests of one page, made by jQuery's $.map, of which $.when waits for all.
func TestMapBesideJQuery(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/combine/map.html", requestAnswers()...)
	})
}
