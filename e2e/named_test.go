package e2e_test

import (
	"encoding/json"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Elements and variables by the names that Go's loader goes by keep nothing from starting, and stay what they are.
func TestNamesOfTheGoLoaderArePagesOwn(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	pages := []string{
		"/pages/surroundings/named-elements.html", "/pages/surroundings/named-variables.html",
		"/pages/surroundings/named-odd.html", "/pages/surroundings/named-natives.html",
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPages(t, b, pages) })
}

func TestClocksAndPrototypesOfThePage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/surroundings/clocks.html", harness.AllowErrors())
	})
}

// A program in Node has Node's own process, and what its author has made global.
func TestGoSeesNodesProcess(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	printed := harness.NodePrints(t, `
		const before = Reflect.ownKeys(globalThis);
		const { load } = await import("./dist/godeferred.mjs");
		const godeferred = await load();
		godeferred.Deferred().resolve("up").done(console.log);
		console.log(Reflect.ownKeys(globalThis).filter((name) => !before.includes(name)));
	`)
	assert.Equal(t, "up\n[]\n", printed)
}

// Only own properties count, and frozen prototypes keep nothing from working.
func TestPollutedAndFrozenPrototypes(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	echo := harness.With("/echo-all", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]string{
			"method": r.Method, "url": r.URL.String(), "accept": r.Header.Get("Accept"), "evil": r.Header.Get("X-Evil"), "body": string(body),
		})
	})
	for _, page := range []string{"/pages/surroundings/polluted.html", "/pages/surroundings/polluted.html?frozen"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, page, echo, harness.AllowErrors()) })
		})
	}
}
