package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestTheCollectionBesideJQuery(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/collection.html")
	})
}
