package e2e_test

import (
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestElements(t *testing.T) {
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/step1-elements.html") })
}
