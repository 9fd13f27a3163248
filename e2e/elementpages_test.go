package e2e_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestThePanelOpensWhenItsImagesAreThere(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/images.html")
	tab.WaitFor(`!document.getElementById("open").disabled`)
	assert.True(t, harness.Eval[bool](tab, `[...document.querySelectorAll("#panel img")].every((image) => !image.src)`))
	tab.Click("#break")
	tab.Click("#open")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Open.")`)
	assert.Equal(t, "Open. One picture could not be loaded.", harness.Eval[string](tab, `document.getElementById("status").textContent`))
	assert.True(t, harness.Eval[bool](tab, `[...document.querySelectorAll("#panel img")].every((image) => image.complete && image.naturalWidth > 0)`))
	assert.True(t, harness.Eval[bool](tab, `document.getElementById("panel").offsetHeight > 100`))
}

func TestLazyImagesComeInTheirTime(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/lazy.html")
	tab.WaitFor(`[...document.querySelectorAll("#showing img, #loading img")].every((image) => image.complete && image.naturalWidth > 0)`)
	assert.True(t, harness.Eval[bool](tab, `!document.querySelector("#viewing figure:last-child img").src`), "not before it is seen")
	// The page tells the time by the clock that the delays are counted by: an image cannot come before its delay.
	for _, early := range harness.Eval[[]string](tab, `[...document.querySelectorAll("figcaption")].map((caption) => caption.textContent)
		.filter((text) => { const found = /after ([\d.]+) s.*shown at ([\d.]+) s/.exec(text); return found && Number(found[2]) < Number(found[1]); })`) {
		t.Errorf("shown before its time: %s", early)
	}
	harness.Eval[bool](tab, `(document.querySelector("#viewing figure:last-child").scrollIntoView(), true)`)
	tab.WaitFor(`document.querySelector("#viewing figure:last-child .when").textContent === "could not be loaded"`)
	tab.WaitFor(`document.getAnimations().length === 0`)
	assert.Empty(t, tab.Errors())
}

func TestAnimationsCanBeTurnedRoundAndJoined(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/animations.html")
	tab.WaitFor(`!document.getElementById("join").disabled`)
	tab.Click("#join")
	tab.Click(`[data-do="toggle"]`)
	tab.Click(`[data-do="stop"]`)
	tab.WaitFor(`document.getElementById("controlled").textContent === "Stopped on the way."`)
	tab.Click(`[data-do="queue"]`)
	tab.Click(`[data-do="finish"]`)
	tab.Click("#many-go")
	tab.WaitFor(`document.getElementById("joined").textContent === "All three are done."`)
	tab.WaitFor(`!document.getElementById("many-go").disabled && /took [\d.]+ ms/.test(document.getElementById("many-took").textContent)`)
	assert.True(t, harness.Eval[bool](tab, `[...document.querySelectorAll("#many i")].every((one) => one.style.display === "none")`))
	assert.Empty(t, tab.Errors())
}

// Pages fit a phone's width, in both colour schemes. With GODEFERRED_SHOTS, a folder, what they look like is kept there.
func TestElementPagesFitTheirScreens(t *testing.T) {
	t.Parallel()
	url := harness.StartDemo(t)
	for _, page := range []string{"animations", "images", "lazy"} {
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int{1280, 390} {
				tab := harness.NewTab(t)
				call(tab, "set the width", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
					Width: int64(width), Height: 900, DeviceScaleFactor: 1,
				})
				call(tab, "set the scheme", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
					Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
				})
				tab.Open(url + "/" + page + ".html")
				tab.WaitFor(`godeferred.inspect`)
				assert.LessOrEqual(t, harness.Eval[int](tab, `document.documentElement.scrollWidth`), width, "%s at %d px", page, width)
				if dir := os.Getenv("GODEFERRED_SHOTS"); dir != "" {
					if page == "images" {
						tab.WaitFor(`!document.getElementById("open").disabled`)
						tab.Click("#break")
						tab.Click("#open")
						tab.WaitFor(`document.getElementById("status").textContent.startsWith("Open.")`)
					}
					if page == "lazy" {
						tab.WaitFor(`[...document.querySelectorAll("#loading img")].every((image) => image.src)`)
					}
					shot(t, tab, filepath.Join(dir, page+"-"+scheme+"-"+strconv.Itoa(width)+".png"))
				}
			}
		}
	}
}

func shot(t *testing.T, tab *harness.Tab, name string) {
	t.Helper()
	bytes, err := chromedp.Run(tab.Ctx, chromedp.FullScreenshot(100))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, bytes, 0o644))
}

// The same page in Firefox, served through the harness with a script that clicks and reports.
func TestThePanelOfImagesInFirefox(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	harness.RunPage(t, harness.Firefox, "/images.html",
		harness.With("/", func(w http.ResponseWriter, r *http.Request) {
			var page bytes.Buffer
			response := httptest.NewRecorder()
			response.Body = &page
			through(demo)(response, r)
			w.Header().Set("Content-Type", response.Header().Get("Content-Type"))
			w.WriteHeader(response.Code)
			_, _ = w.Write(bytes.Replace(page.Bytes(), []byte("</body>"),
				[]byte(`<script type="module" src="/pages/visitors/images.js"></script></body>`), 1))
		}),
		harness.With("/pages/images.js", through(demo)), harness.With("/pages/theme.js", through(demo)), harness.With("/pages/searchkey.js", through(demo)), harness.With("/pages/startup.js", through(demo)),
		harness.With("/img/{file}", through(demo)), harness.With("/dist/{hash}/{file}", through(demo)))
}
