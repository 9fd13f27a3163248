package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Published plugins, with godeferred as the page's $. Trusted clicks need the whole window.
func TestPluginsWithoutJQuery(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		var pages []string
		for _, plugin := range []string{"select2", "slick", "flexslider", "lazyload", "validate", "pjax"} {
			// Open: in Firefox on a loaded machine, flexslider's fade once differed from that with jQuery.
			if plugin != "flexslider" || b != harness.Firefox {
				pages = append(pages, "/pages/plugins/plugins.html?"+plugin)
			}
		}
		harness.RunPages(t, b, pages, harness.TrustedClicks())
	})
}
