package e2e_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

func TestPageLibraryPassesWhatIsRight(t *testing.T) {
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/harness.js") })
}

// A library that could not fail would make every other test here worthless.
func TestPageLibraryFailsWhatIsWrong(t *testing.T) {
	want := map[string]string{
		"an assertion":              "got 1, expected 2",
		"an exception after a wait": "late",
		"an uncaught error":         "nobody caught me",
		"an unhandled rejection":    "nobody handled me",
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		report := harness.PageReport(t, b, "/pages/harness-fails.js", harness.AllowErrors())
		require.Len(t, report.Results, len(want))
		for _, result := range report.Results {
			assert.Falsef(t, result.OK, "%q passed", result.Name)
			assert.Containsf(t, result.Error, want[result.Name], "why %q failed", result.Name)
		}
	})
}

func TestPageThatCannotBeImportedIsReported(t *testing.T) {
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		report := harness.PageReport(t, b, "/pages/harness-broken.js", harness.AllowErrors())
		require.Len(t, report.Results, 1)
		assert.Equal(t, "import /pages/harness-broken.js", report.Results[0].Name)
		assert.False(t, report.Results[0].OK)
	})
}

func TestTabClicksAsAPersonDoes(t *testing.T) {
	tab := harness.NewTab(t)
	tab.Open(`data:text/html,<button onclick="document.title = event.isTrusted ? 'trusted' : 'not'">x</button>`)
	tab.Click("button")
	tab.WaitFor(`document.title !== ""`)
	assert.Equal(t, "trusted", harness.Eval[string](tab, "document.title"))
	assert.Empty(t, tab.Errors())
}
