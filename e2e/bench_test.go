package e2e_test

import (
	"net/http"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Hardly any work in each measurement: whether the page works is tested, and nothing is measured.
const briefly = "/bench.html?rounds=1&least=1&warm=1&cases="

func modulesFolder(t *testing.T) string {
	return filepath.Clean(harness.RequireModules(t))
}

func openBench(t *testing.T, cases string, args ...string) *harness.Tab {
	t.Helper()
	return openDemo(t, harness.StartDemo(t, args...)+briefly+cases)
}

func TestBenchmarkPageDrawsEachCase(t *testing.T) {
	tab := openBench(t, "create,doneResolve,notify,get", "-modules", modulesFolder(t))
	assert.True(t, harness.Eval[bool](tab, `document.querySelector("#missing").hidden`))
	tab.Click("#run")
	waitForStatus(tab, "#status", "Done.")
	for _, row := range []struct {
		test      string
		libraries []string
	}{
		{"create", []string{"godeferred 0.1.0", "jQuery 4.0.0", "jQuery 3.7.1", "bluebird 3.7.2", "native promises"}},
		{"doneResolve", []string{"godeferred 0.1.0", "jQuery 4.0.0", "jQuery 3.7.1", "bluebird 3.7.2 with then", "native promises with then"}},
		{"notify", []string{"godeferred 0.1.0", "jQuery 4.0.0", "jQuery 3.7.1"}},
		{"get", []string{"godeferred 0.1.0", "jQuery 4.0.0", "jQuery 3.7.1", "native promises with fetch"}},
	} {
		body := `document.querySelector("[data-case=` + row.test + `]")`
		assert.Equal(t, row.libraries, harness.Eval[[]string](tab, `[...`+body+`.querySelectorAll("[scope=row]")].map((e) => e.textContent)`))
		for _, time := range harness.Eval[[]string](tab, `[...`+body+`.querySelectorAll(".figure")].map((e) => e.textContent)`) {
			assert.Regexp(t, `^[\d.,]+ (ns|µs|ms)$`, time)
		}
		// The fastest has the whole width, and says so to those who cannot see it.
		widths := harness.Eval[[]float64](tab, `[...`+body+`.querySelectorAll(".length")].map((e) => parseFloat(e.style.width))`)
		assert.Contains(t, widths, 100.0)
		assert.Equal(t, 1, harness.Eval[int](tab, `[...`+body+`.querySelectorAll(".for-readers")].filter((e) => e.textContent === "the fastest").length`))
		// A lost case says what that costs, and another says nothing.
		loss := harness.Eval[string](tab, body+`.querySelector(".loss")?.textContent ?? ""`)
		if harness.Eval[float64](tab, `parseFloat(`+body+`.querySelector(".ours .length").style.width)`) > 100/1.05 {
			assert.Empty(t, loss)
		} else {
			assert.Regexp(t, `^godeferred takes [\d.,]+ (ns|µs|ms) longer than [^:.]+.*(operations cost one|operation costs a) millisecond more\.$|answer than that\.$`, loss)
		}
	}
	assert.Regexp(t, `^Done\. godeferred was at least as fast as jQuery 3\.7\.1 in \d of 4 cases, and as native promises in \d of 3 cases\.$`, textOf(tab, "#status"))
	assert.Equal(t, "false", harness.Eval[string](tab, `document.querySelector("#run").getAttribute("aria-disabled")`))
	assert.Empty(t, tab.Errors())
}

// jQuery 3.7 comes with the site. A server of plain files has no list of other libraries.
func TestBenchmarkPageWithoutLibrariesSaysHowToGetThem(t *testing.T) {
	t.Parallel()
	tab := openBench(t, "create", "-modules", t.TempDir())
	tab.Click("#run")
	waitForStatus(tab, "#status", "Done.")
	assert.Contains(t, textOf(tab, "#missing"), "npm ci")
	assert.Equal(t, []string{"godeferred 0.1.0", "jQuery 3.7.1", "native promises"},
		harness.Eval[[]string](tab, `[...document.querySelectorAll("[data-case=create] [scope=row]")].map((e) => e.textContent)`))
	assert.Empty(t, tab.Errors())
}

func TestBenchmarkPageIsCancelled(t *testing.T) {
	t.Parallel()
	tab := openBench(t, "create,chain", "-modules", modulesFolder(t))
	// With the chain under way, which jQuery takes seconds for, or before it: the rest is not measured.
	harness.Eval[bool](tab, `(document.querySelector("#run").click(), document.querySelector("#cancel").click(), true)`)
	waitForStatus(tab, "#status", "Cancelled.")
	assert.Equal(t, "true", harness.Eval[string](tab, `document.querySelector("#cancel").getAttribute("aria-disabled")`))
	tab.Click("#run")
	tab.WaitFor(`document.querySelector("#status").textContent.startsWith("Measuring")`)
	tab.Click("#cancel")
	waitForStatus(tab, "#status", "Cancelled.")
	assert.Zero(t, harness.Eval[int](tab, `document.querySelectorAll("[data-case=chain]").length`))
	assert.Empty(t, tab.Errors())
}

// In Firefox, served through the harness, with a script that clicks and reports.
func TestBenchmarkPageInFirefox(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t, "-modules", modulesFolder(t))
	harness.RunPage(t, harness.Firefox, briefly+"create,when",
		harness.With("/bench.html", func(w http.ResponseWriter, r *http.Request) { withVisitor(demo, "bench", w, r) }),
		harness.With("/pages/theme.js", through(demo)), harness.With("/pages/searchkey.js", through(demo)), harness.With("/pages/bench.js", through(demo)), harness.With("/pages/benchbars.js", through(demo)),
		harness.With("/modules/{$}", through(demo)), harness.With("/modules/{name}", through(demo)),
		harness.With("/vendor/{name}", through(demo)),
		harness.With("/bench/{name}", through(demo)),
		harness.With("/img/{file}", through(demo)), harness.With("/dist/{hash}/{file}", through(demo)))
}
