package e2e_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// typeInto types as a person does, into what has the focus.
func typeInto(tab *harness.Tab, text string) {
	tab.Do("type "+text, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

func press(tab *harness.Tab, key string) {
	tab.Do("press "+key, chromedp.KeyEvent(key))
}

// firstResult asks the search and waits for its answer.
func firstResult(tab *harness.Tab, query string) string {
	harness.Eval[bool](tab, `(document.querySelector("#docsearch-field").select(), true)`)
	typeInto(tab, query)
	tab.WaitFor(`document.querySelector("#docsearch-field").value === "` + query + `" && document.querySelector(".docsearch-status").textContent.endsWith("results")`)
	return harness.Eval[string](tab, `document.querySelector("#docsearch-results [aria-selected=true]").getAttribute("href")`)
}

// Names are found first, by keyboard alone, and offline once the index has been there.
func TestTheSearchFindsNames(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := harness.NewTab(t)
	tab.Open(demo + "/docs/")
	assert.Empty(t, harness.Eval[[]string](tab, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => /minisearch|search.json|docsearch/.test(name))`),
		"the search is downloaded before somebody wants it")
	press(tab, "/")
	tab.WaitFor(`document.activeElement.id === "docsearch-field"`)
	for query, want := range map[string]string{
		"finally":    "/docs/api/finally.html",
		"abort":      "/docs/api/abort.html",
		"slideDown":  "/docs/api/slideDown.html",
		"mapAsync":   "/docs/api/mapAsync.html",
		"$.when":     "/docs/api/when.html",
		"closest":    "/docs/api/collection-find.html#closest",
		"NewQueue":   "/docs/go/anim.NewQueue.html",
		"slidedwon":  "/docs/api/slideDown.html", // mistyped
		"all settle": "/docs/api/allSettled.html",
	} {
		assert.Equal(t, want, firstResult(tab, query), query)
	}
	firstResult(tab, "retry")
	assert.Contains(t, harness.Eval[string](tab, `document.querySelector("#docsearch-results").textContent`), "AjaxSettings")
	assert.NotEmpty(t, harness.Eval[string](tab, `document.querySelector("#docsearch-results mark").textContent`))

	firstResult(tab, "finally")
	harness.Eval[bool](tab, `(addEventListener("click", (event) => {
		window.opened = event.target.closest("a").pathname;
		event.preventDefault(); // a page that goes while it is asked cannot answer
	}, { once: true }), true)`)
	press(tab, "\r")
	tab.WaitFor(`window.opened === "/docs/api/finally.html"`)
	tab.Open(demo + "/docs/api/finally.html")
	assert.Contains(t, harness.Eval[string](tab, `document.querySelector(".lead").textContent`), "whatever the outcome")

	// The index of the last visit is used without a network.
	tab.Do("block the index", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, network.SetBlockedURLs, network.SetBlockedURLsParams{
			URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/docs/search.json", Block: true}},
		})
		return err
	}))
	harness.Eval[bool](tab, `(document.querySelector("a.search").click(), true)`)
	tab.WaitFor(`document.activeElement.id === "docsearch-field"`)
	assert.Equal(t, "/docs/api/race.html", firstResult(tab, "race"))
	press(tab, "\x1b")
	tab.WaitFor(`!document.querySelector("dialog[open]")`)
	for _, problem := range tab.Errors() {
		if !strings.Contains(problem, "search.json") { // which the test itself has blocked
			t.Error(problem)
		}
	}
}
