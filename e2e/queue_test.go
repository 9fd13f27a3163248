package e2e_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A, then B, then C; all at once; and six of them two at a time: the page's bars say so, and so does the server's count.
func TestQueueLanes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		lane        string
		asked, most int
		overlapping bool
	}{
		{"turns", 3, 1, false},
		{"once", 3, 3, true},
		{"limited", 6, 2, true},
	} {
		t.Run(row.lane, func(t *testing.T) {
			t.Parallel()
			demo := harness.StartDemo(t)
			tab := openDemo(t, demo+"/queue.html?key=q")
			tab.Click("#" + row.lane + " .start")
			waitForStatus(tab, "#"+row.lane+" .status", "Done")
			assert.Contains(t, textOf(tab, "#"+row.lane+" .status"),
				fmt.Sprintf("%d requests sent, at most %d at once", row.asked, row.most))
			assert.Equal(t, row.asked, laneAsked(t, demo, row.lane))
			for name, state := range states(tab, "#"+row.lane) {
				assert.Equal(t, "done", state, name)
			}
			// Bars are drawn as parts of the same scale, so they overlap where the requests did.
			overlapping := harness.Eval[bool](tab, fmt.Sprintf(`(() => {
				const [a, b] = [...document.querySelectorAll("#%s .span")].map((e) => e.getBoundingClientRect());
				return b.left < a.right - 1;
			})()`, row.lane))
			assert.Equal(t, row.overlapping, overlapping)
			assert.Regexp(t, `^\d+–\d+ ms \(\d+\), status 200$`, textOf(tab, "#"+row.lane+" .took"))
			assert.Empty(t, tab.Errors())
		})
	}
}

// Cancel ends what is under way; what would have followed is never asked for.
func TestQueueIsCancelled(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/queue.html?key=q")
	harness.Eval[any](tab, `(document.getElementById("pace").value = "4")`)
	for lane, asked := range map[string]int{"turns": 1, "once": 3, "limited": 2} {
		tab.Click("#" + lane + " .start")
		tab.WaitFor(fmt.Sprintf(`document.querySelectorAll("#%s [data-state=running]").length === %d`, lane, asked))
		// Counted on arrival: from then on the server works on them.
		require.Eventually(t, func() bool { return laneAsked(t, demo, lane) == asked }, harness.Deadline, 20*time.Millisecond)
		tab.Click("#" + lane + " .cancel")
		waitForStatus(tab, "#"+lane+" .status", "Cancelled")
		counts := map[string]int{}
		for _, state := range states(tab, "#"+lane) {
			counts[state]++
		}
		assert.Equal(t, asked, counts["stopped"], lane)
		assert.Equal(t, map[string]int{"turns": 2, "once": 0, "limited": 4}[lane], counts["idle"], lane)
		assert.Equal(t, asked, laneAsked(t, demo, lane), lane)
		assert.Equal(t, "false", attribute(tab, "#"+lane+" .start", "aria-disabled"), lane)
		assert.Equal(t, "true", attribute(tab, "#"+lane+" .cancel", "aria-disabled"), lane)
	}
	assert.Empty(t, tab.Errors())
}

// A failure breaks the chain; the lane can be started again.
func TestQueueStopsAtAFailure(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/queue.html?key=q")
	tab.Click("#fail")
	tab.Click("#start-all")
	for _, lane := range []string{"turns", "once", "limited"} {
		waitForStatus(tab, "#"+lane+" .status", "Failed with 503")
		assert.Contains(t, textOf(tab, "#"+lane+` [data-row="B"] .took`), "status 503")
	}
	assert.Equal(t, map[string]string{"A": "done", "B": "failed", "C": "idle"}, states(tab, "#turns"))
	// All at once, the others have long been sent, and end by themselves.
	tab.WaitFor(`document.querySelectorAll("#once [data-state=done]").length === 2`)
	// Two at a time, only the one beside B has.
	tab.WaitFor(`document.querySelectorAll("#limited [data-state=done]").length === 1`)
	assert.Equal(t, []int{2, 3, 2}, []int{laneAsked(t, demo, "turns"), laneAsked(t, demo, "once"), laneAsked(t, demo, "limited")})

	tab.Click("#fail")
	tab.Click("#turns .start")
	waitForStatus(tab, "#turns .status", "Done")
	assert.Empty(t, tab.Errors())
}

func laneAsked(t *testing.T, demo, lane string) int {
	t.Helper()
	return demoAsked(t, demo, "/demo/json", "q-"+lane)
}

func attribute(tab *harness.Tab, selector, name string) string {
	return harness.Eval[string](tab, fmt.Sprintf(`document.querySelector(%q).getAttribute(%q)`, selector, name))
}
