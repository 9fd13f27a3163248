package e2e_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The same words twice, also at once, are one request; other words are another.
func TestSearchAsksOnceForEachQuery(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/search.html?key=s")
	asked := func(query string) int { return demoAsked(t, demo, "/demo/search", "s-"+query) }

	lookFor(tab, "River  tributary\r") // The key Enter.
	waitForStatus(tab, "#status", "1 sentence with “river tributary”: from the server")
	assert.Equal(t, "A river that flows into another river is called a tributary.", textOf(tab, "#hits"))
	assert.Equal(t, 3, harness.Eval[int](tab, `document.querySelectorAll("#hits mark").length`))
	assert.Equal(t, 1, asked("river tributary"))
	assert.Equal(t, "query", harness.Eval[string](tab, `document.activeElement.id`), "the focus stays, to type on")

	tab.Click(".search .button")
	waitForStatus(tab, "#status", "1 sentence with “river tributary”: from the cache")
	assert.Equal(t, 1, asked("river tributary"))
	tab.WaitFor(rowSays("river tributary", "2", "1", "cache"))

	lookFor(tab, "octopus")
	tab.Click(".search .second") // Twice at once.
	waitForStatus(tab, "#status", "1 sentence with “octopus”: from the server, and from the cache")
	assert.Equal(t, 1, asked("octopus"))
	tab.WaitFor(rowSays("octopus", "2", "1", "cache"))

	tab.Click("#forget")
	tab.Click(".search .button")
	waitForStatus(tab, "#status", "1 sentence with “octopus”: from the server")
	assert.Equal(t, 2, asked("octopus"))
	assert.Empty(t, tab.Errors())
}

// A failure is shown and forgotten, so that the next search asks again.
func TestSearchForgetsAFailure(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/search.html?key=f")
	tab.Click("#fail")
	lookFor(tab, "promise\r")
	waitForStatus(tab, "#status", "The search for “promise” failed")
	assert.Empty(t, textOf(tab, "#hits"))
	tab.WaitFor(rowSays("promise", "1", "1", "nobody"))

	tab.Click("#fail")
	tab.Click(".search .button")
	tab.WaitFor(`document.getElementById("status").textContent.includes("“promise”: from the server")`)
	assert.Equal(t, 2, demoAsked(t, demo, "/demo/search", "f-promise"))
	assert.NotEmpty(t, textOf(tab, "#hits"))
}

// What a visitor types is text, in every place where it comes back.
func TestSearchShowsWhatWasTypedAsText(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/search.html?key=x")
	tab.Click(".search .button")
	waitForStatus(tab, "#status", "Type a word or two first")
	assert.Equal(t, "query", harness.Eval[string](tab, `document.activeElement.id`))

	const typed = `<img src=x onerror=alert(1)> .* &k="`
	lookFor(tab, typed+"\r")
	waitForStatus(tab, "#status", "No sentences with “"+typed)
	assert.Equal(t, 0, harness.Eval[int](tab, `document.querySelectorAll("main img").length`))
	assert.Equal(t, 1, demoAsked(t, demo, "/demo/search", "x-"+typed))
	assert.Empty(t, tab.Errors())
}

// lookFor types into the search box, in place of what is in it.
func lookFor(tab *harness.Tab, keys string) {
	harness.Eval[any](tab, `document.getElementById("query").select()`)
	tab.Do("type "+keys, chromedp.SendKeys(chromedp.CSS("#query"), keys))
}

// rowSays is true once the table's row of a query has these cells.
func rowSays(query, searches, requests, source string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("#asked tr")].some((row) => [...row.cells].map((cell) => cell.textContent).join("|") === %q)`,
		query+"|"+searches+"|"+requests+"|"+source)
}
