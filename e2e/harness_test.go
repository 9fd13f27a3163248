package e2e_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Two for each processor keep it busy: while one page waits, a browser starts for another. Each may be a Firefox, which
// takes half a gigabyte.
//
// Tests that compute all the time, or tell how long something takes, are not parallel: they run before all others, alone.
func TestMain(m *testing.M) {
	harness.AtOnce(min(2*runtime.NumCPU(), 8))
	os.Exit(harness.Main(m))
}

func TestPageLibraryPassesWhatIsRight(t *testing.T) {
	t.Parallel()
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/harness/passes.js") })
}

// A library that could not fail would make every other test here worthless.
func TestPageLibraryFailsWhatIsWrong(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"an assertion":              "got 1, expected 2",
		"an exception after a wait": "late",
		"an uncaught error":         "nobody caught me",
		"an unhandled rejection":    "nobody handled me",
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		report := harness.PageReport(t, b, "/pages/harness/fails.js", harness.AllowErrors())
		require.Len(t, report.Results, len(want))
		for _, result := range report.Results {
			assert.Falsef(t, result.OK, "%q passed", result.Name)
			assert.Containsf(t, result.Error, want[result.Name], "why %q failed", result.Name)
		}
	})
}

func TestPageThatCannotBeImportedIsReported(t *testing.T) {
	t.Parallel()
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		report := harness.PageReport(t, b, "/pages/harness/broken.js", harness.AllowErrors())
		require.Len(t, report.Results, 1)
		assert.Equal(t, "import /pages/harness/broken.js", report.Results[0].Name)
		assert.False(t, report.Results[0].OK)
	})
}

// Tests in Chromium run beside each other: each tab has the focus and its frames, whatever was opened after it.
func TestTabsKeepApart(t *testing.T) {
	t.Parallel()
	first := harness.NewTab(t)
	first.Open("data:text/html,<title>first</title><button>x</button>")
	second := harness.NewTab(t)
	second.Open("data:text/html,<title>second</title><button>x</button>")
	for _, tab := range []*harness.Tab{first, second} {
		assert.Equal(t, "visible true focus", harness.Eval[string](tab, `new Promise((resolve) => {
			const button = document.querySelector("button");
			button.onfocus = ({ type }) => requestAnimationFrame(() =>
				resolve([document.visibilityState, document.hasFocus(), type].join(" ")));
			button.focus();
		})`))
	}
}

func TestTabClicksAsAPersonDoes(t *testing.T) {
	t.Parallel()
	tab := harness.NewTab(t)
	tab.Open(`data:text/html,<button onclick="document.title = event.isTrusted ? 'trusted' : 'not'">x</button>`)
	tab.Click("button")
	tab.WaitFor(`document.title !== ""`)
	assert.Equal(t, "trusted", harness.Eval[string](tab, "document.title"))
	assert.Empty(t, tab.Errors())
}
