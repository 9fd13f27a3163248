package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// openFactbook opens the page with the program in that place, and waits for the index.
func openFactbook(t *testing.T, demo, place, rest string) *harness.Tab {
	t.Helper()
	tab := harness.NewTab(t)
	tab.Open(demo + "/factbook.html?run=" + place + rest)
	waitForProgram(tab, place)
	return tab
}

func waitForProgram(tab *harness.Tab, place string) {
	waitForStatus(tab, "#program", map[string]string{"page": "Ready in the page: ", "worker": "Ready in a worker: "}[place])
}

// firstHits are the first hits, as "profile, section › field".
func firstHits(tab *harness.Tab, n int) []string {
	return harness.Eval[[]string](tab, fmt.Sprintf(`[...document.querySelectorAll("#hits li")].slice(0, %d)
		.map((item) => item.querySelector("h3").textContent + ", " + item.querySelector(".where").textContent)`, n))
}

// A visitor types, and each key searches. The answers are the same wherever Go runs.
func TestFactbookSearchesAsOneTypes(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	for _, place := range []string{"page", "worker"} {
		t.Run(place, func(t *testing.T) {
			tab := openFactbook(t, demo, place, "")
			assert.Equal(t, "Ready "+map[string]string{"page": "in the page", "worker": "in a worker"}[place]+
				": 36,653 entries of 261 profiles, 901,389 words", harness.Eval[string](tab, `document.getElementById("program").textContent.split(", indexed")[0]`))

			lookFor(tab, "COTE d’Ivoire coff")
			waitForStatus(tab, "#status", "4 entries in ")
			assert.Equal(t, []string{"Cote d'Ivoire, Economy › Exports - commodities"}, firstHits(tab, 1))
			assert.Equal(t, []string{"Cote", "d'Ivoire", "coffee"}, harness.Eval[[]string](tab, `[...document.querySelectorAll("#hits li:first-child mark")].map((m) => m.textContent)`))
			assert.Equal(t, "query", harness.Eval[string](tab, `document.activeElement.id`), "the focus stays, to type on")

			lookFor(tab, `"civil war" `)
			waitForStatus(tab, "#status", "52 entries in ")
			assert.Len(t, firstHits(tab, 99), 8)
			tab.Click("#more")
			tab.WaitFor(`document.querySelectorAll("#hits li").length === 16`)
			assert.Equal(t, "Show 8 more of 36", textOf(tab, "#more"))
			assert.Equal(t, 16, harness.Eval[int](tab, `new Set([...document.querySelectorAll("#hits li")].map((item) => item.textContent)).size`), "each once")

			lookFor(tab, "nothingofthekind")
			waitForStatus(tab, "#status", "No entries in ")
			assert.Empty(t, firstHits(tab, 99))
			lookFor(tab, "\b")
			waitForStatus(tab, "#status", "Ready.")
			assert.Empty(t, tab.Errors())
		})
	}
}

// The switch loads the program elsewhere. Query and hits stay, and are searched for again there.
func TestFactbookMovesItsProgram(t *testing.T) {
	t.Parallel()
	tab := openFactbook(t, harness.StartDemo(t), "worker", "&q=penguin")
	waitForStatus(tab, "#status", "2 entries in ")
	hits := firstHits(tab, 9)
	for _, place := range []string{"page", "worker"} {
		tab.Do("choose "+place, chromedp.SendKeys(chromedp.CSS("[name=run]:checked"), map[string]string{"page": kb.ArrowLeft, "worker": kb.ArrowRight}[place]))
		assert.Equal(t, "penguin", harness.Eval[string](tab, `document.getElementById("query").value`))
		waitForProgram(tab, place)
		assert.Equal(t, hits, firstHits(tab, 9))
		assert.Contains(t, harness.Eval[string](tab, `location.search`), "run="+place)
		lookFor(tab, "penguins ")
		waitForStatus(tab, "#status", "1 entry in ")
		lookFor(tab, "penguin")
		waitForStatus(tab, "#status", "2 entries in ")
	}
	assert.Equal(t, "", textOf(tab, "#failure"))
	assert.Empty(t, tab.Errors())
}

// A visitor who changes their mind gets the last choice.
func TestFactbookMovesItsProgramWhileItStarts(t *testing.T) {
	t.Parallel()
	tab := openFactbook(t, harness.StartDemo(t), "worker", "")
	harness.Eval[any](tab, `(() => {
		const [page, worker] = document.querySelectorAll("[name=run]");
		for (const choice of [page, worker, page]) choice.click();
	})()`)
	waitForProgram(tab, "page")
	harness.Eval[any](tab, `(() => {
		const [page, worker] = document.querySelectorAll("[name=run]");
		for (const choice of [worker, page, worker]) choice.click();
	})()`)
	waitForProgram(tab, "worker")
	assert.Equal(t, "", textOf(tab, "#failure"))
	assert.Empty(t, tab.Errors())
}

// While the index is made, searches wait for it; each key ends the search of the one before, in Go, too.
func TestFactbookANewerSearchEndsTheOlder(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/factbook.html")
	tab.WaitFor(`document.getElementById("program").textContent.startsWith("Making the index")`)
	harness.Eval[any](tab, `(() => {
		const field = document.getElementById("query");
		for (const text of ["vol", "volc", "volca"]) {
			field.value = text;
			field.dispatchEvent(new InputEvent("input"));
		}
	})()`)
	tab.WaitFor(`document.getElementById("status").dataset.aborted === "2"`)
	waitForProgram(tab, "worker")
	tab.WaitFor(`document.querySelectorAll("#hits mark").length > 0`)
	assert.Equal(t, 0, harness.Eval[int](tab, `godeferred.inspect().pending`), "what has been ended waits for nothing")
	assert.Empty(t, tab.Errors())
}

// The page's frames while Go compares all profiles, for two seconds or more: few in the page, and its usual ones with a
// worker.
func TestFactbookKeepsItsFramesInAWorker(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	frames := map[string]int{}
	for _, place := range []string{"page", "worker"} {
		tab := openFactbook(t, demo, place, "")
		tab.Click("#compare")
		waitForStatus(tab, "#alike-status", "33,930 pairs compared ")
		frames[place] = harness.Eval[int](tab, fmt.Sprintf(`Number(document.getElementById("alike-%s").dataset.frames)`, place))
		assert.Equal(t, "Akrotiri (Sovereign Base) and Dhekelia (Sovereign Base)", textOf(tab, "#pairs tbody tr:first-child th"))
		assert.Equal(t, 12, harness.Eval[int](tab, `document.querySelectorAll("#pairs tbody tr").length`))
		assert.Empty(t, tab.Errors())
	}
	assert.Greater(t, frames["worker"], 2*frames["page"], "frames: %v", frames)
}

// Stop ends the comparison in the middle, and the program answers on.
func TestFactbookStopsTheComparison(t *testing.T) {
	t.Parallel()
	tab := openFactbook(t, harness.StartDemo(t), "worker", "")
	tab.Click("#compare")
	tab.WaitFor(`document.getElementById("compared").value > 0`)
	tab.Click("#stop")
	waitForStatus(tab, "#alike-status", "Stopped.")
	tab.WaitFor(`godeferred.inspect().pending === 0`)
	lookFor(tab, "volcano ")
	tab.WaitFor(`document.querySelectorAll("#hits mark").length > 0`)
	assert.Equal(t, "false", attribute(tab, "#compare", "aria-disabled"))
	assert.Empty(t, tab.Errors())
}

// A book that does not arrive is said, and can be asked for again.
func TestFactbookSaysThatTheBookDidNotArrive(t *testing.T) {
	t.Parallel()
	tab := openFactbook(t, harness.StartDemo(t), "worker", "")
	harness.Eval[any](tab, `(() => {
		const { dataset } = document.getElementById("form");
		window.book = dataset.book;
		dataset.book = "/demo/status/503";
		document.querySelector("[name=run][value=page]").click();
	})()`)
	tab.WaitFor(`document.querySelector("#failure button")`)
	assert.Contains(t, textOf(tab, "#failure"), "503")
	harness.Eval[any](tab, `document.getElementById("form").dataset.book = window.book`)
	tab.Click("#failure button")
	waitForProgram(tab, "page")
	assert.Empty(t, textOf(tab, "#failure"))
}

// The page fits a phone's width, in both colour schemes. With GODEFERRED_SHOTS, a folder, what it looks like is kept there.
func TestFactbookFitsItsScreens(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int{1280, 390} {
			tab := harness.NewTab(t)
			call(tab, "set the width", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
				Width: int64(width), Height: 900, DeviceScaleFactor: 1,
			})
			call(tab, "set the scheme", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			tab.Open(demo + "/factbook.html?q=active+volcano")
			waitForProgram(tab, "worker")
			tab.WaitFor(`document.querySelectorAll("#hits li").length === 8`)
			assert.LessOrEqual(t, harness.Eval[int](tab, `document.documentElement.scrollWidth`), width, "at %d px", width)
			if dir := os.Getenv("GODEFERRED_SHOTS"); dir != "" {
				require.NoError(t, os.MkdirAll(dir, 0o755))
				for _, place := range []string{"page", "worker"} {
					harness.Eval[any](tab, fmt.Sprintf(`document.querySelector("[name=run][value=%s]").click()`, place))
					waitForProgram(tab, place)
					tab.Click("#compare")
					waitForStatus(tab, "#alike-status", "33,930 pairs compared "+map[string]string{"page": "in the page", "worker": "in a worker"}[place])
				}
				shot(t, tab, filepath.Join(dir, "factbook-"+scheme+"-"+strconv.Itoa(width)+".png"))
			}
		}
	}
}
