package e2e_test

import (
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
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPages(t, b, pages, harness.TrustedClicks()) })
}
