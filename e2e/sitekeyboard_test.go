package e2e_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What is on its page only once it was asked for.
var acts = map[string]struct{ query, click, then string }{
	"/bench.html": {"?cases=create&rounds=1&least=0&warm=0", "#run", `document.getElementById("status").textContent.startsWith("Done")`},
}

// What comes after the page's buttons work, and can have the focus, too.
var comes = map[string]string{
	"/playground.html": `document.getElementById("status").textContent.includes("settled")`,
}

// Every page by the keyboard alone, where the system forces its colours, and where the visitor wants less motion. Here
// pages have the policy that they are served with, and the browser's own messages count, too.
func TestPagesOfTheSiteByKeyboardAndInForcedColours(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile(filepath.Join("pages", "site", "emulated.js"))
	require.NoError(t, err)
	demo := harness.StartDemo(t)
	pages := sitePages(t)
	// Two tabs, each with half of the pages: a page waits for its frames most of the time.
	for half := range 2 {
		t.Run([]string{"even", "odd"}[half], func(t *testing.T) {
			t.Parallel()
			tab := harness.NewTab(t)
			said, drawings := 0, 0
			for i, address := range pages {
				if i%2 != half {
					continue
				}
				act := acts[address]
				emulate(tab, "prefers-reduced-motion", "reduce") // the page does not scroll smoothly then
				tab.Open(demo + address + act.query)
				waitUntilSettled(tab)
				if condition := comes[address]; condition != "" {
					tab.WaitFor(condition)
				}
				harness.Eval[any](tab, string(script))
				assert.Empty(t, harness.Eval[[]string](tab, `site.moving()`), "%s with less motion", address)
				tabThrough(t, tab, address)
				if act.click != "" {
					tab.Click(act.click)
					tab.WaitFor(act.then)
				}
				drawings += harness.Eval[int](tab, `site.find()`)
				emulate(tab, "forced-colors", "active")
				assert.Empty(t, harness.Eval[[]string](tab, `site.invisible()`), "%s in forced colours", address)
				lines := tab.Console()
				assert.Empty(t, slices.DeleteFunc(lines[said:], isExpected), "%s says", address)
				said = len(tab.Console())
			}
			assert.NotZero(t, drawings, "nothing is drawn on any page")
		})
	}
}

// isExpected tells the message of a page that is about what is missing.
func isExpected(line string) bool {
	return strings.Contains(line, "404 (Not Found)") && (strings.HasSuffix(line, "/404.html") || strings.Contains(line, "/img/broken.png"))
}

// emulate sets the media features to these, and all others to what they are.
func emulate(tab *harness.Tab, features ...string) {
	var list []*emulation.MediaFeature
	for i := 0; i < len(features); i += 2 {
		list = append(list, &emulation.MediaFeature{Name: features[i], Value: features[i+1]})
	}
	call(tab, "emulate media features", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list})
}

// waitUntilSettled waits until buttons work, if the page has any.
func waitUntilSettled(tab *harness.Tab) {
	if harness.Eval[bool](tab, `document.querySelector("main .button, main .opener") !== null`) {
		waitForButtons(tab)
	}
}

// tabThrough goes through the page by the Tab key. All that can be operated is reached, is then in view and marked, and
// nothing keeps the focus.
func tabThrough(t *testing.T, tab *harness.Tab, address string) {
	t.Helper()
	for range harness.Eval[int](tab, `site.stops()`) + 30 {
		// A frame can be another process's: the focus goes there, and comes back, some time after the key.
		framed := harness.Eval[bool](tab, `document.activeElement.matches("iframe")`)
		tab.Do("press Tab", chromedp.KeyEvent(kb.Tab))
		if framed {
			tab.WaitFor(`!document.activeElement.matches("iframe, body")`)
		} else if harness.Eval[bool](tab, `site.awaitsFrame()`) {
			tab.WaitFor(`document.activeElement.matches("iframe")`)
		}
		stop := harness.Eval[struct{ Name, Problem string }](tab, `site.step()`)
		if stop.Name == "" {
			break
		}
		assert.Empty(t, stop.Problem, "%s: %s has the focus", address, stop.Name)
	}
	assert.Empty(t, harness.Eval[[]string](tab, `site.missed()`), "%s: not reached by the Tab key", address)
}
