package e2e_test

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// -names writes web/pages/checker-jquery.js anew, for another jQuery.
var writeNames = flag.Bool("names", false, "write the names of jQuery that the checker knows")

// theSite serves the site's own scripts below /site/, beside the harness's pages of tests.
func theSite() harness.Option {
	web := http.StripPrefix("/site/", http.FileServer(http.Dir(filepath.Join(harness.Root(), "web"))))
	return harness.With("/site/", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "js") {
			w.Header().Set("Content-Type", "text/javascript")
		}
		web.ServeHTTP(w, r)
	})
}

func TestTheCheckerKnowsTheNamesOfJQuery(t *testing.T) {
	t.Parallel()
	harness.RequireModules(t)
	if !*writeNames {
		harness.RunPage(t, harness.Chromium, "/pages/checker/names.js", theSite())
		return
	}
	tab := harness.NewTab(t)
	tab.Open(harness.Serve(t, theSite()).URL + "/run?page=/pages/checker/names.js")
	tab.WaitFor("window.__names")
	names := harness.Eval[map[string][]string](tab, "__names")
	var text strings.Builder
	text.WriteString("// The names that jQuery 3.7.1 and 4.0.0 have. Generated: cd e2e && go test -run TheCheckerKnows . -names\n\n" +
		"/** @param {string[]} lines */\nconst names = (...lines) => new Set(lines.join(\" \").split(\" \"));\n\n" +
		"/** @type {import(\"./checker-names.js\").Names} */\nexport const jQueryNames = {\n")
	for _, key := range []string{"$", "fn", "$.fx", "$.event", "$.expr", "$.Deferred", "promise", "request"} {
		fmt.Fprintf(&text, "\t%q: names(\n", key)
		for _, line := range wrapped(names[key], 100) {
			fmt.Fprintf(&text, "\t\t%q,\n", line)
		}
		text.WriteString("\t),\n")
	}
	text.WriteString("};\n")
	require.NoError(t, os.WriteFile(filepath.Join(harness.Root(), "web/pages/checker-jquery.js"), []byte(text.String()), 0o644))
}

// wrapped joins words to lines.
func wrapped(words []string, width int) (lines []string) {
	for _, word := range words {
		if last := len(lines) - 1; last >= 0 && len(lines[last])+1+len(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// Each rule on its sample, and what the sample does on godeferred.
func TestRulesOfTheChecker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	t.Run("Node", func(t *testing.T) { harness.RunNode(t, "pages/checker/node.js") })
	compat, err := os.ReadFile(filepath.Join(harness.Root(), "COMPAT.md"))
	require.NoError(t, err)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/checker/rules.js", theSite(),
			harness.With("/compat", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(compat) }))
	})
}

// What a visitor does and sees. The page comes through the harness, which adds the script that looks.
func TestCheckerInThePage(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/checker.html", checkerPages(demo)...)
	})
}

func checkerPages(demo string) []harness.Option {
	watched := func(w http.ResponseWriter, r *http.Request) { withVisitor(demo, "checker", w, r) }
	options := []harness.Option{harness.With("/checker.html", watched)}
	// The site's scripts are in one folder; those of tests are in folders of their own below the same address.
	for _, pattern := range []string{"/pages/{file}", "/dist/{hash}/{file}", "/vendor/", "/img/", "/{file}"} {
		options = append(options, harness.With(pattern, through(demo)))
	}
	return options
}

// With the page's own policy, and keys alone.
func TestCheckerByKeyboard(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(harness.StartDemo(t) + "/checker.html")
	tab.Do("go to the field", chromedp.Focus(chromedp.CSS("#code")))
	tab.Do("type", chromedp.SendKeys(chromedp.CSS("#code"), "var all = $.Callbacks();"))
	tab.Do("check", chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tab.WaitFor(`document.querySelector(".finding .place") !== null`)
	assert.Equal(t, "Of 1 use of jQuery, 0 work unchanged. 1 thing must be changed.",
		harness.Eval[string](tab, `document.querySelector("#summary").textContent`))
	// The field, both buttons, then the line.
	for range 3 {
		tab.Do("go on", chromedp.KeyEvent(kb.Tab))
	}
	assert.Equal(t, "Line 1", harness.Eval[string](tab, `document.activeElement.textContent`))
	tab.Do("choose", chromedp.KeyEvent(kb.Enter))
	assert.Equal(t, "Callbacks();", harness.Eval[string](tab,
		`code.value.slice(code.selectionStart, code.selectionEnd)`))
	assert.Empty(t, tab.Errors())
}
