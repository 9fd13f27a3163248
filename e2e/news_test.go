package e2e_test

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The three parts start together, each shows its own result, and when says that all are done.
func TestNewsArrivesWithReactionsAndAnOpenInterface(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/news.html?key=all")
	assert.Equal(t, [2]int{0, 0}, newsAsked(t, demo, "all"))
	assert.False(t, visible(tab, "#news-column"))

	tab.Click("#start")
	waitForStatus(tab, "#status", "All three are done")
	for _, part := range []string{"news", "reactions"} {
		assert.Equal(t, strings.TrimSpace(get(t, demo+"/demo/"+part+".html?key=other")),
			strings.TrimSpace(harness.Eval[string](tab, fmt.Sprintf(`document.getElementById(%q).innerHTML`, part))))
		assert.Contains(t, textOf(tab, "#state-"+part), "Arrived after")
		assert.True(t, visible(tab, "#"+part+"-column"))
	}
	assert.Equal(t, map[string]string{"news": "done", "reactions": "done", "interface": "done", "all": "done"}, states(tab, "#timeline"))
	assert.Equal(t, [2]int{1, 1}, newsAsked(t, demo, "all"))
	assert.Equal(t, "start", harness.Eval[string](tab, `document.activeElement.id`), "the focus stays")

	tab.Click("#start")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Asking")`)
	waitForStatus(tab, "#status", "All three are done")
	assert.Equal(t, [2]int{2, 2}, newsAsked(t, demo, "all"), "starting over asks anew")
	assert.Empty(t, tab.Errors())
}

// Any of the three can fail; trying again starts that one only.
func TestNewsTriesAgainOnlyWhatHadFailed(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		part, says string
		asked      [2]int // After the second try: news, reactions.
	}{
		{"news", "the news failed. The server answered 503", [2]int{2, 1}},
		{"reactions", "the reactions failed. The server answered 503", [2]int{1, 2}},
		{"interface", "the interface failed. It was told to fail", [2]int{1, 1}},
	} {
		t.Run(row.part, func(t *testing.T) {
			t.Parallel()
			demo := harness.StartDemo(t)
			tab := openDemo(t, demo+"/news.html?key=fails")
			tab.Click("#fail-" + row.part)
			tab.Click("#start")
			waitForStatus(tab, "#status", "Something went wrong")
			assert.Contains(t, textOf(tab, "#status"), row.says)
			assert.Equal(t, "failed", states(tab, "#timeline")["all"])
			// The other two go on by themselves.
			tab.WaitFor(`document.querySelectorAll("#timeline [data-state=done]").length === 2`)
			assert.Equal(t, row.part != "interface", visible(tab, "#news-column"))

			tab.Click("#fail-" + row.part)
			tab.Click("#start")
			waitForStatus(tab, "#status", "All three are done")
			assert.True(t, visible(tab, "#news-column"))
			assert.Equal(t, row.asked, newsAsked(t, demo, "fails"))
			assert.Empty(t, tab.Errors())
		})
	}
}

func newsAsked(t *testing.T, demo, key string) [2]int {
	t.Helper()
	return [2]int{demoAsked(t, demo, "/demo/news.html", key), demoAsked(t, demo, "/demo/reactions.html", key)}
}

// What the tests of the demo pages have in common.

// openDemo opens a page of the demo server and waits until its buttons work.
func openDemo(t *testing.T, address string) *harness.Tab {
	t.Helper()
	tab := harness.NewTab(t)
	tab.Open(address)
	waitForButtons(tab)
	return tab
}

func waitForStatus(tab *harness.Tab, selector, beginning string) {
	tab.WaitFor(fmt.Sprintf(`document.querySelector(%q).textContent.startsWith(%q)`, selector, beginning))
}

func textOf(tab *harness.Tab, selector string) string {
	return harness.Eval[string](tab, fmt.Sprintf(`document.querySelector(%q).textContent`, selector))
}

func visible(tab *harness.Tab, selector string) bool {
	return harness.Eval[bool](tab, fmt.Sprintf(`document.querySelector(%q).checkVisibility()`, selector))
}

// states is the state of each bar of a timeline, by its name.
func states(tab *harness.Tab, selector string) map[string]string {
	return harness.Eval[map[string]string](tab, fmt.Sprintf(
		`Object.fromEntries([...document.querySelectorAll(%q + " [data-row]")].map((e) => [e.dataset.row, e.dataset.state]))`, selector))
}

func demoAsked(t *testing.T, demo, path, key string) int {
	t.Helper()
	n, err := strconv.Atoi(get(t, demo+"/demo/count?"+url.Values{"path": {path}, "key": {key}}.Encode()))
	require.NoError(t, err)
	return n
}
