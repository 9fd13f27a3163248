package growth

import (
	"flag"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

var operations = flag.Int("operations", 300_000, "of the day of a page, a multiple of 10,000")

// How much the heap of half a day may differ: what the browser keeps for itself. Two bytes for each operation of the
// suite's half day would be more.
const slack = 250_000

// A part is as much as one call of the page does, so that none of them is late on a slow machine.
const part = 5000

// theDay is what docs/GROWTH.md has of it, once it was measured.
var theDay []string

type state struct {
	heap      float64
	listeners int64
	nodes     int64
	wasm      int
}

// docs/GROWTH.md has the command for the full day of 10,000,000 operations, and its figures.
func TestADayOfAPageKeepsNothing(t *testing.T) {
	harness.RequireDist(t)
	tab := harness.NewTab(t)
	tab.Open(harness.Serve(t, answers()...).URL + "/pages/growth/day.html")
	tab.WaitFor("window.day")
	read := func(when string) state {
		for range 3 {
			do(tab, "collect garbage", heapprofiler.CollectGarbage, cdp.Empty{})
		}
		usage := do(tab, "read the size of the heap", runtime.GetHeapUsage, cdp.Empty{})
		counters := do(tab, "count listeners", memory.GetDOMCounters, cdp.Empty{})
		now := state{usage.UsedSize + usage.EmbedderHeapUsedSize + usage.BackingStorageSize, counters.JsEventListeners, counters.Nodes,
			harness.Eval[int](tab, "day.wasm()")}
		theDay = append(theDay, fmt.Sprintf("| %s | %.0f kB | %d | %d | %d |", when, now.heap/1000, now.listeners, now.nodes, now.wasm))
		t.Logf("%s: heap %.0f kB, %d listeners, %d nodes, %d pages of wasm", when, now.heap/1000, now.listeners, now.nodes, now.wasm)
		return now
	}
	run := func(count int) {
		for range count / part {
			require.Positive(t, harness.Eval[int](tab, fmt.Sprintf("day.run(%d, %d)", part, *operations)))
		}
	}
	run(part)
	read("at first")
	run(*operations/2 - part)
	half := read("after half the day")
	run(*operations / 2)
	end := read("after the day")
	assert.Equal(t, *operations/100, harness.Eval[int](tab, "day.answers()"), "answers")
	assert.LessOrEqual(t, harness.Eval[int](tab, "day.timers()"), 5, "timers: the cache has some as long as it has answers")
	assert.LessOrEqual(t, end.heap, half.heap+slack, "bytes of the heap")
	assert.LessOrEqual(t, end.listeners, half.listeners, "listeners")
	assert.LessOrEqual(t, end.nodes, half.nodes, "nodes")
	assert.Equal(t, half.wasm, end.wasm, "pages of the wasm's memory")
	require.Empty(t, tab.Errors())
}
