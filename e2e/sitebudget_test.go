package e2e_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A siteBudget is what a page may cost. It counts bytes and requests: times that a browser tells depend on what else the
// machine does.
type siteBudget struct {
	Paint    float64 `json:"firstPaintMs"`     // on a slow line, computed
	Requests int     `json:"requestsBeforeIt"` // without the page itself
	Image    bool    `json:"largestIsImage"`   // which comes later than the text
	Script   int     `json:"scriptBytes"`      // what runs before the visitor does anything, not compressed
}

// The line of Lighthouse's "slow 4G": 1.6 Mbit/s, and 150 ms for there and back.
const (
	bytesPerMS = 200
	roundTrip  = 150
)

// What the first paint waits for, and what the largest one is.
const costs = `(async () => {
	const [page] = performance.getEntriesByType("navigation");
	const all = performance.getEntriesByType("resource");
	const blocking = all.filter((one) => one.renderBlockingStatus === "blocking");
	const sum = (list, size) => list.reduce((n, one) => n + one[size], 0);
	const largest = await new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1)))
		.observe({ type: "largest-contentful-paint", buffered: true }));
	return {
		page: page.encodedBodySize,
		blocking: sum(blocking, "encodedBodySize"),
		requests: blocking.length,
		script: sum(all.filter((one) => one.initiatorType === "script" || /\.m?js$/.test(one.name)), "decodedBodySize"),
		largest: largest.url,
	};
})()`

// Pages are text, styles and little else: on a slow line and a phone's screen, they are read long before the runtime is
// there, and the largest thing on them is text.
func TestPagesOfTheSiteAreLight(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("site-budget.json")
	require.NoError(t, err)
	var budgets map[string]siteBudget // by address; a page that is not there has that of "every page"
	require.NoError(t, json.Unmarshal(text, &budgets))
	demo := harness.StartDemo(t)
	for _, address := range sitePages(t) {
		budget, own := budgets[address]
		if !own {
			budget = budgets["every page"]
		}
		// A tab for each: one that is sent on while it compiles the runtime crashes at times, and has a cache.
		t.Run(address[1:], func(t *testing.T) {
			tab := harness.NewTab(t)
			call(tab, "be a phone", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
				Width: 412, Height: 823, DeviceScaleFactor: 1,
			})
			tab.Open(demo + address)
			cost := harness.Eval[struct {
				Page, Blocking, Requests, Script int
				Largest                          string
			}](tab, costs)
			// One way there and back to connect, one for the page, one for what it waits for, all of it at the same time.
			paint := 3*roundTrip + float64(cost.Page+cost.Blocking)/bytesPerMS
			t.Logf("%4.0f ms, %6d + %6d B in %d requests, script %6d B", paint, cost.Page, cost.Blocking, cost.Requests, cost.Script)
			assert.LessOrEqual(t, paint, budget.Paint, "the first paint")
			assert.LessOrEqual(t, cost.Requests, budget.Requests, "requests before the first paint")
			assert.LessOrEqual(t, cost.Script, budget.Script, "bytes of script")
			if !budget.Image {
				assert.Empty(t, cost.Largest, "the largest paint is an image")
			}
		})
	}
}
