package e2e_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

const (
	theCoast = `["bay", "buoy", "cape", "cliff", "dune", "ferry", "jetty", "pier", "reef", "shoal", "surf", "tide"]`
	inView   = `[...document.querySelectorAll("#pictures .frame")].filter((f) => f.getBoundingClientRect().top < innerHeight)`
)

// What is in view is loaded and fades in; what is further down is asked for once it is scrolled to.
func TestGalleryPicturesLoadAsTheyComeIntoView(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/gallery.html?key=view")
	window(tab, 900)
	assert.Equal(t, "The coast", textOf(tab, "#set-title"))
	tab.WaitFor(inView + `.every((f) => f.querySelector("img")?.naturalWidth === 480)`)
	assert.GreaterOrEqual(t, harness.Eval[int](tab, inView+`.length`), 4)
	assert.Equal(t, 0, demoAsked(t, demo, "/img/tide.png", "view"), "not in view, so not asked for")

	harness.Eval[any](tab, `document.querySelector("#pictures figure:last-child").scrollIntoView()`)
	tab.WaitFor(`document.querySelectorAll("#pictures img").length === 12`)
	tab.WaitFor(`[...document.querySelectorAll("#pictures img")].every((i) => getComputedStyle(i).opacity === "1" && i.style.display !== "none")`)
	tab.WaitFor(`document.getAnimations().length === 0`)
	assert.Equal(t, "12 shown", textOf(tab, "#tally"))
	for _, name := range harness.Eval[[]string](tab, theCoast) {
		assert.Equal(t, 1, demoAsked(t, demo, "/img/"+name+".png", "view"), name)
	}
	assert.Empty(t, tab.Errors())
}

// What is chosen shows the same set anew, and stops what was loading of it, as going on does.
func TestGalleryGoingOnStopsWhatIsStillLoading(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/gallery.html")
	window(tab, 1600)
	choose(tab, "pace", "5000")
	waitForStatus(tab, "#status", "The coast:")
	tab.WaitFor(`document.querySelectorAll("#pictures [data-state=loading]").length > 6`)
	loading := harness.Eval[int](tab, `document.querySelectorAll("#pictures [data-state=loading]").length`)
	choose(tab, "pace", "0")
	waitForStatus(tab, "#status", fmt.Sprintf("The coast: %d pictures were still loading", loading))
	tab.WaitFor(inView + `.every((f) => f.querySelector("img"))`)

	tab.Click("#next")
	tab.WaitFor(`document.getElementById("set-title").textContent === "The woods"`)
	assert.Equal(t, "The coast: nothing was loading any more.", textOf(tab, "#status"))
	tab.WaitFor(inView + `.every((f) => f.querySelector("img"))`)
	assert.Empty(t, tab.Errors())
}

// Browsers open six connections. What was waiting for one when the visitor went on never reaches the server.
func TestGalleryStoppedPicturesNeverReachTheServer(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/gallery.html")
	window(tab, 1600)
	choose(tab, "pace", "5000")
	waitForStatus(tab, "#status", "The coast:")
	harness.Eval[any](tab, `history.replaceState(null, "", "?key=woods")`)
	tab.Click("#next") // The woods, slowly.
	tab.WaitFor(`document.getElementById("set-title").textContent === "The woods"`)
	tab.WaitFor(`document.querySelectorAll("#pictures [data-state=loading]").length > 6`)
	loading := harness.Eval[int](tab, `document.querySelectorAll("#pictures [data-state=loading]").length`)
	tab.Click("#next")
	waitForStatus(tab, "#status", fmt.Sprintf("The woods: %d pictures were still loading, and have been stopped.", loading))
	choose(tab, "pace", "0")
	tab.WaitFor(inView + `.every((f) => f.closest("figure").dataset.state !== "loading" && f.closest("figure").dataset.state)`)
	tab.WaitFor(`document.querySelector("#pictures figure:nth-child(3)").dataset.state === "could not be loaded"`)
	asked := 0
	for _, name := range []string{"alder", "ash", "beech", "birch", "elm", "fern", "larch", "maple", "moss", "oak", "pine", "yew"} {
		asked += demoAsked(t, demo, "/img/"+name+".png", "woods")
	}
	// Had they only been forgotten, all of them would have been ahead of those that are there now. Of those that
	// waited, one or two may have got a connection between the end of one request and that of the next.
	assert.Less(t, asked, loading)
	assert.Empty(t, tab.Errors())
}

// A click opens a picture large, also right after another was closed; then the focus is back where it was.
func TestGalleryOpensAPictureLarge(t *testing.T) {
	t.Parallel()
	tab := openDemo(t, harness.StartDemo(t)+"/gallery.html")
	window(tab, 900)
	first := `#pictures figure:first-child button`
	tab.WaitFor(fmt.Sprintf(`document.querySelector(%q + " img")`, first))
	for range 2 {
		tab.Click(first)
		tab.WaitFor(`document.getElementById("large").open && document.querySelector("#stage img")?.naturalWidth === 960`)
		tab.WaitFor(`document.getElementById("large-words").textContent === ""`)
		assert.Equal(t, "Bay", textOf(tab, "#large-title"))
		assert.True(t, harness.Eval[bool](tab, `document.getElementById("stage").offsetHeight > 200 && getComputedStyle(document.querySelector("#stage img")).opacity === "1"`))
		tab.Click("#close")
		tab.WaitFor(`!document.getElementById("large").open`)
		assert.True(t, harness.Eval[bool](tab, fmt.Sprintf(`document.activeElement === document.querySelector(%q)`, first)))
	}
	// Closed before the picture may be there.
	tab.Click(`#pictures figure:nth-child(2) button`)
	tab.WaitFor(`document.getElementById("large").open`)
	tab.Click("#close")
	tab.WaitFor(`!document.getElementById("large").open`)
	assert.Empty(t, tab.Errors())
}

// window makes the window that high: at 1600 a whole set is in view, at 900 its last row is not.
func window(tab *harness.Tab, height int64) {
	call(tab, "resize the window", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: 1280, Height: height, DeviceScaleFactor: 1,
	})
}

// choose picks an option of a select, as a visitor's choice does: the event follows.
func choose(tab *harness.Tab, id, value string) {
	harness.Eval[any](tab, fmt.Sprintf(`(() => {
		const select = document.getElementById(%q);
		select.value = %q;
		select.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, id, value))
}
