package e2e_test

import (
	"fmt"
	"io"
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What so many of them may leave behind, in bytes: of what the browser keeps for itself, not of each. One machine word
// for each of 1,000,000 would be twice as much.
const slack = 4 << 20

// How many pages of 64 kB the wasm's memory may grow by: Go takes it in steps of 4 MB at least, and gives none back.
const growth = 2 * 64

// The work is asked for in parts, so that none of them is late on a slow machine.
const parts = 4

// A tenth of the work comes first, for code that is compiled and tables that grow once.
func TestMemoryComesBack(t *testing.T) {
	harness.RequireDist(t)
	two := harness.With("/two", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = io.WriteString(w, "2")
	})
	for _, row := range []struct {
		work  string
		count int
	}{{"settled", 1e6}, {"pending", 1e6}, {"animations", 1e5}, {"stopped", 1e4}, {"requests", 1e4}} {
		t.Run(row.work, func(t *testing.T) {
			tab := harness.NewTab(t)
			tab.Open(harness.Serve(t, two).URL + "/pages/entry/memory.html")
			tab.WaitFor("window.memory")
			run := func(count int) float64 {
				for range parts {
					assert.Positive(t, harness.Eval[int](tab, fmt.Sprintf("memory.run(%q, %d)", row.work, count/parts)))
				}
				return heap(tab, row.work != "requests")
			}
			before := run(row.count / 10)
			pages := harness.Eval[int](tab, "memory.wasm()")
			after := run(row.count)
			t.Logf("%d %s: heap from %.0f to %.0f kB, wasm from %d to %d pages", row.count, row.work,
				before/1000, after/1000, pages, harness.Eval[int](tab, "memory.wasm()"))
			assert.LessOrEqual(t, after, before+slack, "bytes of the heap")
			assert.LessOrEqual(t, harness.Eval[int](tab, "memory.wasm()"), pages+growth, "pages of the wasm's memory")
			assert.Zero(t, harness.Eval[int](tab, "memory.left()"), "objects that are still there")
			assert.Zero(t, harness.Eval[int](tab, "memory.pending()"), "deferreds that count as pending")
			require.Empty(t, tab.Errors())
		})
	}
	t.Run("firefox", func(t *testing.T) { harness.RunPage(t, harness.Firefox, "/pages/entry/memory.html", two) })
}

// heap is the bytes in use once garbage is collected: the page's objects and buffers, and the browser's own objects
// unless they are not to count. Among those are a debugger's notes of each request, also of one by a bare fetch. What
// finalizers let go, the next collection takes.
func heap(tab *harness.Tab, browsers bool) float64 {
	for range 3 {
		call(tab, "collect garbage", heapprofiler.CollectGarbage, cdp.Empty{})
	}
	usage := call(tab, "read the size of the heap", runtime.GetHeapUsage, cdp.Empty{})
	if !browsers {
		return usage.UsedSize + usage.BackingStorageSize
	}
	return usage.UsedSize + usage.EmbedderHeapUsedSize + usage.BackingStorageSize
}
