package e2e_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Sent once with each, the files are told of alike; the plugin's own events say so.
func TestUploadsWithEitherDeferreds(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/jquery.html?key=either")
	for _, whose := range []string{"own", "ours"} {
		tab.Click("#" + whose)
		tab.Click("#start")
		waitForStatus(tab, "#status", "Done")
		assert.Contains(t, textOf(tab, "#status"), "3 of 3 arrived")
		assert.Equal(t, []string{"150000 bytes arrived", "300000 bytes arrived", "450000 bytes arrived"}, sent(tab))
		assert.True(t, harness.Eval[bool](tab, `[...document.querySelectorAll("#sent progress")].every((bar) => bar.value === 1)`))
	}
	assert.Equal(t, 6, demoAsked(t, demo, "/demo/upload", "either"))
	assert.Equal(t, calls(tab, "own"), calls(tab, "ours"))
	assert.Equal(t, "add submit start send done always stop", calls(tab, "own")["one.bin"])
	assert.True(t, harness.Eval[bool](tab, `jQuery.Deferred() instanceof godeferred.Deferred`))
	tab.Click("#own")
	assert.False(t, harness.Eval[bool](tab, `jQuery.Deferred() instanceof godeferred.Deferred || "createCache" in jQuery`))
	assert.Empty(t, tab.Errors())
}

// Chunks go one after the other. A failure is one file's; after Abort nothing is under way.
func TestUploadsInChunksThatFailAndAreAborted(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := openDemo(t, demo+"/jquery.html?key=chunks")
	tab.Click("#ours")
	tab.Click("#chunks")
	tab.Click("#fail")
	tab.Click("#start")
	waitForStatus(tab, "#status", "Done")
	assert.Equal(t, []string{"50000 bytes arrived", "failed: Service Unavailable", "50000 bytes arrived"}, sent(tab))
	assert.Equal(t, 2+1+5, demoAsked(t, demo, "/demo/upload", "chunks"))

	harness.Eval[any](tab, `(document.getElementById("pace").value = "10")`)
	tab.Click("#start")
	tab.WaitFor(`document.querySelectorAll("#sent [data-state=sending]").length === 3`)
	tab.Click("#abort")
	waitForStatus(tab, "#status", "Done")
	assert.Equal(t, []string{"stopped", "stopped", "stopped"}, sent(tab))
	assert.Equal(t, "true", attribute(tab, "#abort", "aria-disabled"))
}

func TestFilesOfTheVisitorsAreSent(t *testing.T) {
	t.Parallel()
	tab := openDemo(t, harness.StartDemo(t)+"/jquery.html")
	file := filepath.Join(t.TempDir(), "letter.txt")
	require.NoError(t, os.WriteFile(file, bytes.Repeat([]byte("x"), 1234), 0o600))
	tab.Click("#ours")
	tab.Do("choose a file", chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{file}))
	waitForStatus(tab, "#status", "Done")
	assert.Equal(t, []string{"1234 bytes arrived"}, sent(tab))
	assert.Empty(t, tab.Errors())
}

// The files under web/vendor are the ones that their projects have published.
func TestVendoredScriptsAreThePublishedOnes(t *testing.T) {
	t.Parallel()
	modules := harness.RequireModules(t)
	for name, published := range map[string]string{
		"jquery.min.js":                   "jquery3/dist/jquery.min.js",
		"jquery.LICENSE.txt":              "jquery3/LICENSE.txt",
		"jquery.ui.widget.js":             "blueimp-file-upload/js/vendor/jquery.ui.widget.js",
		"jquery.fileupload.js":            "blueimp-file-upload/js/jquery.fileupload.js",
		"blueimp-file-upload.LICENSE.txt": "blueimp-file-upload/LICENSE.txt",
		"acorn.mjs":                       "acorn/dist/acorn.mjs",
		"acorn.LICENSE.txt":               "acorn/LICENSE",
		"acorn-walk.mjs":                  "acorn-walk/dist/walk.mjs",
		"acorn-walk.LICENSE.txt":          "acorn-walk/LICENSE",
		"minisearch.js":                   "minisearch/dist/es/index.js",
		"minisearch.LICENSE.txt":          "minisearch/LICENSE.txt",
	} {
		ours, err := os.ReadFile(filepath.Join(harness.Root(), "web", "vendor", name))
		require.NoError(t, err)
		theirs, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(published)))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(theirs, ours), name)
	}
}

// sent is what the page says of each file.
func sent(tab *harness.Tab) []string {
	return harness.Eval[[]string](tab, `[...document.querySelectorAll("#sent .how")].map((e) => e.textContent)`)
}

// calls is what was called back for each file, in order. What concerns all of them stands with the first.
func calls(tab *harness.Tab, whose string) map[string]string {
	lines := harness.Eval[[][]string](tab, `[...document.querySelectorAll("#trace-`+whose+` li")].map((e) =>
		[e.querySelector(".of").textContent, e.querySelector(".event").textContent])`)
	byFile := map[string]string{}
	for _, line := range lines {
		name := line[0]
		if name == "all" {
			name = "one.bin"
		}
		byFile[name] = strings.TrimSpace(byFile[name] + " " + line[1])
	}
	return byFile
}
