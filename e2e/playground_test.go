package e2e_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What the playground does, in all engines: e2e/pages/visitors/playground.js looks.
func TestPlayground(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/playground.html", playgroundOf(demo, "playground")...)
	})
}

func TestPlaygroundWithoutItsEditor(t *testing.T) {
	t.Parallel()
	opts := append(playgroundOf(harness.StartDemo(t), "playground-plain"), harness.AllowErrors(),
		harness.With("/vendor/codemirror.js", http.NotFound))
	harness.RunPage(t, harness.Chromium, "/playground.html", opts...)
}

// playgroundOf serves the demo server's site, with its headers, and adds e2e/pages/visitors/NAME.js to the page. What a browser sends
// to /report and asks of /pages/lib is the harness's.
func playgroundOf(demo, name string) []harness.Option {
	site := func(w http.ResponseWriter, r *http.Request) {
		answer, err := http.Get(demo + r.URL.RequestURI())
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer func() { _ = answer.Body.Close() }()
		body, _ := io.ReadAll(answer.Body)
		if r.URL.Path == "/playground.html" {
			body = bytes.Replace(body, []byte("</body>"),
				[]byte(`<script type="module" src="/pages/visitors/`+name+`.js"></script></body>`), 1)
		}
		for _, name := range []string{"Content-Type", "Content-Security-Policy", "Cross-Origin-Opener-Policy",
			"Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy", "Referrer-Policy"} {
			w.Header().Set(name, answer.Header.Get(name))
		}
		w.WriteHeader(answer.StatusCode)
		_, _ = w.Write(body)
	}
	var opts []harness.Option
	for _, pattern := range []string{"/", "/pages/{file}", "/pages/examples/{file}", "/vendor/{file}", "/dist/{hash}/{file}"} {
		opts = append(opts, harness.With(pattern, site))
	}
	return opts
}

// Chromium gives the frame a process of its own, so that Stop works in the midst of a loop that no guard ends.
func TestPlaygroundStopsAFrozenFrame(t *testing.T) {
	t.Parallel()
	tab := openDemo(t, harness.StartDemo(t)+"/playground.html#code="+
		"Y29uc29sZS5sb2coInNwaW5zIik7CnNldFRpbWVvdXQoZnVuY3Rpb24gc3BpbigpIHsgUHJvbWlzZS5yZXNvbHZlKCkudGhlbihzcGluKTsgfSwgNTApOw")
	waitForStatus(tab, "#status", "This code came with the link")
	tab.WaitFor(`document.querySelector("#editor").shadowRoot`)
	tab.Click("#run")
	tab.WaitFor(`document.querySelector("#console .text")?.textContent === "spins"`)
	tab.Click("#stop")
	waitForStatus(tab, "#status", "Stopped.")
	require.Empty(t, tab.Errors())
	assert.Equal(t, "true", attribute(tab, "#stop", "aria-disabled"))
}

// From the first example to the line that made a deferred, by keys alone. Tab leads through the editor, and out of it.
func TestPlaygroundByKeyboard(t *testing.T) {
	t.Parallel()
	tab := openDemo(t, harness.StartDemo(t)+"/playground.html")
	tab.WaitFor(`document.querySelector("#editor").shadowRoot`)
	waitForStatus(tab, "#status", "9 deferreds")
	press := func(keys string, options ...chromedp.KeyOption) {
		t.Helper()
		tab.Do("press a key", chromedp.KeyEvent(keys, options...))
	}
	focused := func(want string) {
		t.Helper()
		tab.WaitFor(fmt.Sprintf(`document.activeElement.matches(%q)`, want))
	}
	harness.Eval[any](tab, `document.getElementById("example").focus()`)
	for _, stop := range []string{"#run", "#stop", "#copy", "#editor"} {
		press(kb.Tab)
		focused(stop)
	}
	press(kb.Tab)
	focused(":not(#editor)")
	// Next is the frame. It is another process's, so when a key leads out of it is not for this page to say.
	harness.Eval[any](tab, `document.getElementById("console").focus()`)
	for range 6 {
		press(kb.Tab)
		focused("#console .line")
	}
	press(kb.Tab)
	focused("#drawing, .row") // the box scrolls, if it is too small for its bars
	if !harness.Eval[bool](tab, `document.activeElement.matches(".row")`) {
		press(kb.Tab)
	}
	focused(".row")

	press(kb.ArrowDown)
	assert.Contains(t, textOf(tab, "#detail"), "then 2 · resolved")
	press(kb.End)
	assert.Contains(t, textOf(tab, "#detail"), "then 9 · aborted")
	press(kb.Enter)
	focused("#editor")
	press("console.log('typed');")
	tab.WaitFor(`document.getElementById("example").value === ""`)
	press(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl))
	tab.WaitFor(`document.querySelector("#console .text")?.textContent === "typed" || document.querySelectorAll("#console li").length > 6`)
	assert.Contains(t, harness.Eval[string](tab, `document.querySelector("#console").textContent`), "typed")
	assert.Empty(t, tab.Errors())
}
