package e2e_test

import (
	"net/http"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The browser writes the request that is answered with 404 to its console, as an error.
func TestWrongArgumentsAreNamed(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/entry/wrong-arguments.js", harness.AllowErrors(),
			harness.With("/never", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	})
}

// Pages of old have members of their own on what is built in.
func TestAPageThatExtendsWhatIsBuiltIn(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/surroundings/extended.html", harness.AllowErrors())
	})
}

// As jsdom and its like.
func TestAPageWithoutAnimations(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/surroundings/still.html") })
}

func TestWorkers(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy",
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/entry/worker.js", policy, harness.AllowErrors())
	})
}
