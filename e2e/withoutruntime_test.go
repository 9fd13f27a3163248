package e2e_test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Three demo pages whose wasm is missing, forbidden, or never comes: they stay usable, and say what does not work.

func TestThePanelOpensWithoutTheRuntime(t *testing.T) {
	t.Parallel()
	withoutRuntime(t, func(t *testing.T, demo, fault string) {
		tab := openWithout(t, demo+"/panel.html?key=without", fault)
		tab.Click("#open")
		waitForStatus(tab, "#status", "Failed")
		assert.True(t, visible(tab, "#panel")) // by the page, or by the slide, whichever hears of it first
		assert.Equal(t, "done", states(tab, "#timeline")["slide"])
		assert.Equal(t, "The runtime did not start, so the request was not sent.", textOf(tab, "#reason"))
		assert.Equal(t, 0, asked(t, demo, "without"))
		tab.Click("#retry")
		waitForStatus(tab, "#status", "Failed")
		assert.Equal(t, "panel", harness.Eval[string](tab, `document.activeElement.id`))
		assertTold(t, tab, fault)
	})
}

func TestNewsWithoutTheRuntime(t *testing.T) {
	t.Parallel()
	withoutRuntime(t, func(t *testing.T, demo, fault string) {
		tab := openWithout(t, demo+"/news.html?key=without", fault)
		tab.Click("#start")
		waitForStatus(tab, "#status", "Something went wrong: the news failed. The runtime did not start")
		for _, part := range []string{"news", "reactions"} {
			assert.Contains(t, textOf(tab, "#state-"+part), "Not loaded. The runtime did not start")
			assert.True(t, visible(tab, "#"+part+"-column"), "the interface opens without an animation")
		}
		assert.Equal(t, map[string]string{"news": "failed", "reactions": "failed", "interface": "done", "all": "failed"}, states(tab, "#timeline"))
		assert.Equal(t, [2]int{0, 0}, newsAsked(t, demo, "without"))
		assertTold(t, tab, fault)
	})
}

func TestImagesComeWithoutTheRuntime(t *testing.T) {
	t.Parallel()
	withoutRuntime(t, func(t *testing.T, demo, fault string) {
		tab := openWithout(t, demo+"/images.html", fault)
		tab.Click("#break")
		tab.Click("#open")
		waitForStatus(tab, "#status", "Open. One picture could not be loaded.")
		assert.True(t, harness.Eval[bool](tab, `[...document.querySelectorAll("#panel img")].every((image) => image.complete && image.naturalWidth > 0)`))
		assert.True(t, visible(tab, "#panel"))
		assertTold(t, tab, fault)
	})
}

// The visitor can have it started again, and what was asked for meanwhile is gone.
func TestTheRuntimeIsStartedAgainByTheVisitor(t *testing.T) {
	t.Parallel()
	demo, back := without(t, harness.StartDemo(t), "missing")
	tab := openWithout(t, demo+"/panel.html?key=again", "missing")
	tab.Click("#open")
	waitForStatus(tab, "#status", "Failed")
	tab.Click("#startup-error button")
	tab.WaitFor(`document.querySelector("#startup-error button").getAttribute("aria-disabled") !== "true"`)
	back()
	tab.Click("#startup-error button")
	tab.WaitFor(`!document.getElementById("startup-error").hasChildNodes()`)
	tab.Click("#retry")
	waitForStatus(tab, "#status", "Opened")
	assert.Equal(t, 1, asked(t, demo, "again"))
}

// A click that comes before the runtime is not lost.
func TestThePanelTakesAClickBeforeTheRuntime(t *testing.T) {
	t.Parallel()
	demo, back := without(t, harness.StartDemo(t), "never")
	tab := harness.NewTab(t)
	tab.Goto(demo + "/panel.html?key=early")
	waitForButtons(tab)
	tab.Click("#open")
	waitForStatus(tab, "#status", "Loading")
	assert.Equal(t, map[string]int{"ajax": 1, "animation": 1}, harness.Eval[map[string]int](tab, `godeferred.inspect().waiting`))
	assert.Equal(t, 0, asked(t, demo, "early"))
	back()
	waitForStatus(tab, "#status", "Opened")
	assert.Equal(t, 1, asked(t, demo, "early"))
	assert.Empty(t, tab.Errors())
}

func withoutRuntime(t *testing.T, run func(t *testing.T, demo, fault string)) {
	t.Helper()
	served := harness.StartDemo(t)
	for _, fault := range []string{"missing", "forbidden", "never"} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			demo, _ := without(t, served, fault)
			run(t, demo, fault)
		})
	}
}

// without passes requests on to the demo server, but for those of wasm: they are "missing", "forbidden" by the page's
// policy, or "never" answered. back ends the fault.
func without(t *testing.T, demo, fault string) (address string, back func()) {
	t.Helper()
	target, err := url.Parse(demo)
	require.NoError(t, err)
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ModifyResponse: func(answer *http.Response) error {
			if fault == "forbidden" {
				policy := answer.Header.Get("Content-Security-Policy")
				answer.Header.Set("Content-Security-Policy", strings.ReplaceAll(policy, " 'wasm-unsafe-eval'", ""))
			}
			return nil
		},
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) {}, // a browser that has gone away is no matter
	}
	healed := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			select {
			case <-healed:
			default:
				switch fault {
				case "missing":
					http.NotFound(w, r)
					return
				case "never":
					select {
					case <-healed:
					case <-r.Context().Done():
						return
					}
				}
			}
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	return server.URL, func() { close(healed) }
}

// openWithout opens a demo page and waits until its runtime could not start. Of one that never comes it has the page lose
// patience sooner than by itself; ready, and so the page's words, follow when the page's own start has given up, too.
func openWithout(t *testing.T, address, fault string) *harness.Tab {
	t.Helper()
	tab := harness.NewTab(t)
	tab.Goto(address) // a wasm that never comes, and is preloaded, keeps the load event
	waitForButtons(tab)
	if fault == "never" {
		code := harness.Eval[string](tab, `godeferred.load({ wasm: document.querySelector("link[rel=preload]").href, timeout: 200 })
			.then(() => "none", (error) => error.code)`)
		require.Equal(t, "timeout", code)
		return tab
	}
	tab.WaitFor(`document.getElementById("startup-error").textContent.startsWith("The runtime did not start.")`)
	return tab
}

// waitForButtons waits until the page is there and its buttons work, but for those that end what others begin.
func waitForButtons(tab *harness.Tab) {
	tab.WaitFor(`document.readyState !== "loading" && document.querySelector("main .button, main .opener") !== null &&
		[...document.querySelectorAll("main .button:not(.second), main .opener")]
			.every((button) => !button.disabled && button.getAttribute("aria-disabled") !== "true")`)
}

// assertTold passes if the page has said why, and nothing was thrown that nobody caught.
func assertTold(t *testing.T, tab *harness.Tab, fault string) {
	t.Helper()
	if fault != "never" {
		assert.Regexp(t, `godeferred\.wasm`, textOf(tab, "#startup-error"))
	}
	for _, line := range tab.Errors() {
		assert.NotContains(t, line, "Uncaught")
	}
}
