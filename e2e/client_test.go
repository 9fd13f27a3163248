package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A request that fails is made again, up to three times.
func TestClientTriesAgain(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/client.html?key=retry")
	tab.Click("#retry-start")
	waitForStatus(tab, "#retry-status", "Attempt 3 succeeded, after ")
	assert.Equal(t, 3, demoAsked(t, demo, "/demo/flaky", "retry-1"))

	choose(tab, "retry-times", "9")
	tab.Click("#retry-start")
	waitForStatus(tab, "#retry-status", "The server said no, with status 503.")
	assert.Contains(t, textOf(tab, "#retry-status"), "It says: attempt 4 of 9 that fail")
	assert.Equal(t, 4, demoAsked(t, demo, "/demo/flaky", "retry-2"))
	assert.Equal(t, "false", attribute(tab, "#retry-start", "aria-disabled"))
}

// The bar moves while the body arrives, and cancelling ends it there. Afterwards it can be had whole.
func TestClientShowsProgressAndCancels(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/client.html?key=slow")
	tab.Click("#download-start")
	bar := func() int { return harness.Eval[int](tab, `document.getElementById("download-bar").value`) }
	tab.WaitFor(`document.getElementById("download-bar").value > 1`)
	early := bar()
	tab.WaitFor(fmt.Sprintf(`document.getElementById("download-bar").value > %d`, early))
	tab.Click("#download-cancel")
	waitForStatus(tab, "#download-status", "Cancelled.")
	whole := harness.Eval[int](tab, `document.getElementById("download-bar").max`)
	stopped := bar()
	assert.Greater(t, stopped, early)
	assert.Less(t, stopped, whole)
	assert.Regexp(t, `^[\d.]+ kB of 3\d\.\d kB, \d+ %$`, textOf(tab, "#download-arrived"))
	assert.Equal(t, "true", attribute(tab, "#download-cancel", "aria-disabled"))

	tab.Click("#download-start")
	waitForStatus(tab, "#download-status", "Done: a list of 30 parts")
	assert.Equal(t, whole, bar())
	assert.Equal(t, 2, demoAsked(t, demo, "/demo/slow", "slow"))
	assert.Empty(t, tab.Errors())
}

// Answers of different types, joined; one failure is enough.
func TestClientJoinsRequests(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/client.html?key=join")
	tab.Click("#overview-start")
	waitForStatus(tab, "#overview-status", "All there after ")
	assert.Equal(t, "3 stories, the latest at 14:20 The footbridge opens again on Saturday", textOf(tab, "#overview-news"))
	assert.Contains(t, textOf(tab, "#overview-reactions"), "by Ines, Tomasz, Mina")
	assert.Equal(t, "3 tables, whose squares add up to 175", textOf(tab, "#overview-rows")) // 5 + 30 + 140
	assert.Equal(t, 3, demoAsked(t, demo, "/demo/json", "join"))

	tab.Click("#overview-fail")
	tab.Click("#overview-start")
	waitForStatus(tab, "#overview-status", "The server said no, with status 503.")
	assert.Equal(t, "–", textOf(tab, "#overview-news"))

	// The page itself cancels as soon as it asks: on a busy machine, a click from here would come after the answers.
	harness.Eval[bool](tab, `new MutationObserver((_, observer) => {
		if (!document.querySelector("#overview-status").textContent.startsWith("Asking")) return;
		observer.disconnect();
		document.querySelector("#overview-cancel").click();
	}).observe(document.querySelector("#overview-status"), { childList: true, characterData: true, subtree: true }) === undefined`)
	tab.Click("#overview-start")
	waitForStatus(tab, "#overview-status", "Cancelled.")
}

// Each failure is told by its own type.
func TestClientTellsErrorsApart(t *testing.T) {
	t.Parallel()
	tab := openDemo(t, harness.StartDemo(t)+"/client.html")
	for _, row := range []struct{ url, says string }{
		{"/demo/status/404", "The server said no, with status 404."},
		{"/demo/malformed.json", "The answer is called JSON, but is none: "},
		{"/demo/cut", "There was no answer, or it broke off."},
		{"/demo/slow", "The server took longer than 500ms."},
		{"/demo/news.json", "The answer is not what was expected: /demo/news.json → title should be a string, and is undefined"},
		{"/demo/wrong-type.json", "It went well. The title: JSON in the wrong clothes"},
	} {
		choose(tab, "errors-kind", row.url)
		tab.Click("#errors-start")
		waitForStatus(tab, "#errors-status", row.says)
	}
}

// A page whose program does not load says so.
func TestProgramThatIsNotThereIsReported(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	demo := harness.StartDemo(t)
	tab.Open(demo + "/panel.html")
	harness.Eval[any](tab, `(() => {
		const script = document.createElement("script");
		script.src = "/dist/godeferred.js";
		script.dataset.wasm = "/dist/examples/nothing.wasm";
		script.onload = () => {
			const startup = document.createElement("script");
			startup.src = "/pages/startup.js";
			document.head.append(startup);
		};
		document.head.append(script);
	})()`)
	tab.WaitFor(`document.getElementById("startup-error").textContent.startsWith("The page’s Go program did not start")`)
	assert.Contains(t, textOf(tab, "#startup-error"), "/dist/examples/nothing.wasm")
}

// The pages of the Go programs fit a phone's width, in both colour schemes. With GODEFERRED_SHOTS, a folder, what they
// look like is kept there.
func TestExamplePagesFitTheirScreens(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	for _, page := range []string{"gallery", "client"} {
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int{1280, 390} {
				tab := harness.NewTab(t)
				call(tab, "set the width", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
					Width: int64(width), Height: 900, DeviceScaleFactor: 1,
				})
				call(tab, "set the scheme", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
					Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
				})
				tab.Open(demo + "/" + page + ".html")
				waitForButtons(tab)
				assert.LessOrEqual(t, harness.Eval[int](tab, `document.documentElement.scrollWidth`), width, "%s at %d px", page, width)
				dir := os.Getenv("GODEFERRED_SHOTS")
				if dir == "" {
					continue
				}
				require.NoError(t, os.MkdirAll(dir, 0o755))
				busy(tab, page)
				name := page + "-" + scheme + "-" + strconv.Itoa(width)
				shot(t, tab, filepath.Join(dir, name+".png"))
				if page == "gallery" {
					tab.Click(`#pictures figure:first-child button`)
					tab.WaitFor(`document.querySelector("#stage img") && document.getElementById("large-words").textContent === "" && document.getAnimations().length === 0`)
					shot(t, tab, filepath.Join(dir, name+"-large.png"))
				}
			}
		}
	}
}

// busy has a page show what it can.
func busy(tab *harness.Tab, page string) {
	if page == "gallery" {
		tab.Click("#previous")
		waitForStatus(tab, "#status", "The coast")
		tab.WaitFor(`document.querySelectorAll("#pictures [data-state=shown]").length > 2`)
		return
	}
	tab.Click("#retry-start")
	tab.Click("#overview-start")
	tab.Click("#errors-start")
	tab.Click("#download-start")
	waitForStatus(tab, "#overview-status", "All there")
	waitForStatus(tab, "#errors-status", "The server said no")
}
