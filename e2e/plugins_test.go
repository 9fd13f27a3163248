package e2e_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Published plugins, with godeferred as the page's $. Trusted clicks need the whole window.
func TestPluginsWithoutJQuery(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	var pages []string
	for _, plugin := range []string{"select2", "slick", "flexslider", "lazyload", "validate", "pjax"} {
		pages = append(pages, "/pages/plugins/plugins.html?"+plugin)
	}
	// What a rule of validate asks: whether a name is free.
	free := harness.With("/free", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprint(w, r.FormValue("name") == "free")
	})
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, pages, harness.TrustedClicks(), free)
	})
}
