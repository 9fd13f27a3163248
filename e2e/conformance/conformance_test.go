// Package conformance runs the Promises/A+ suite, unchanged, against the shipped scripts in Node, Chromium, Firefox and
// WebKit, without the wasm.
package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// aplusTests is how many tests the suite has (2.1.2): fewer would mean that some did not run.
const aplusTests = 872

// The suite mostly waits for its own timers, so all runs of it wait at the same time, however few processors there are.
func TestMain(m *testing.M) {
	harness.AtOnce(12)
	os.Exit(harness.Main(m))
}

// The shipped scripts that make promises. None of them may need the wasm for it.
var scripts = []string{"godeferred.js", "godeferred.mjs", "core.mjs"}

// The page lets no WebAssembly run, and inline scripts and eval neither.
const policy = "default-src 'self'; script-src 'self'"

// inEachEnvironment runs the suite on an adapter that uses none of the shipped scripts.
func inEachEnvironment(t *testing.T, adapter string, judge func(t *testing.T, report harness.Report)) {
	t.Run("node", func(t *testing.T) {
		t.Parallel()
		report := harness.NodeReport(t, "--no-warnings", "--unhandled-rejections=none", "conformance/node.js", adapter)
		assert.Equal(t, aplusTests, len(report.Results))
		judge(t, report)
	})
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.Bundle(t)
		report := harness.PageReport(t, b, "/pages/deferred/conformance.js?adapter="+adapter)
		assert.Equal(t, aplusTests+1, len(report.Results), "and one of the page that ran them")
		judge(t, report)
	})
}

// conforms runs the suite on promises of each shipped script, where no wasm can be loaded.
func conforms(t *testing.T, adapter string) {
	dist := harness.RequireDist(t)
	for _, script := range scripts {
		t.Run("node/"+script, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(withoutWasm(t, dist), script)
			report := harness.NodeReport(t, "--no-warnings", "--unhandled-rejections=none", "conformance/node.js", adapter, file)
			assert.Equal(t, aplusTests+1, len(report.Results), "and one that there is no wasm")
			report.Each(t)
		})
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.Bundle(t)
		// One after the other: three times as many browsers at once, all starting, are too many for two processors.
		var pages []string
		for _, script := range scripts {
			pages = append(pages, "/pages/deferred/conformance.js?adapter="+adapter+"&script="+script)
		}
		reports := harness.PageReports(t, b, pages, harness.WithoutWasm(), harness.WithHeader("Content-Security-Policy", policy),
			harness.AllowErrors()) // godeferred.js starts by itself, and tells that it cannot
		for i, script := range scripts {
			t.Run(script, func(t *testing.T) {
				assert.Equal(t, aplusTests+2, len(reports[i].Results), "and two of the page that ran them")
				reports[i].Each(t)
			})
		}
	})
}

// withoutWasm copies the scripts of dist to a folder that has nothing else.
func withoutWasm(t *testing.T, dist string) string {
	t.Helper()
	folder := t.TempDir()
	for _, script := range scripts {
		text, err := os.ReadFile(filepath.Join(dist, script))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, script), text, 0o600))
	}
	return folder
}

func TestPromisesOfDeferredConform(t *testing.T) {
	t.Parallel()
	conforms(t, "deferred")
}

func TestPromisesOfWhenConform(t *testing.T) {
	t.Parallel()
	conforms(t, "when")
}

// The outsiders are known to conform: if they fail, our way of running the suite is wrong.
func TestOutsidersConform(t *testing.T) {
	t.Parallel()
	t.Run("bluebird", func(t *testing.T) {
		t.Parallel()
		report := harness.NodeReport(t, "--no-warnings", "--unhandled-rejections=none", "conformance/node.js", "bluebird")
		assert.Equal(t, aplusTests, len(report.Results))
		assert.Empty(t, failing(report))
	})
	t.Run("native", func(t *testing.T) {
		inEachEnvironment(t, "native", func(t *testing.T, report harness.Report) { assert.Empty(t, failing(report)) })
	})
}

// An adapter that breaks one rule must fail the tests of that rule and no others, in each environment.
func TestBrokenAdapterFailsTheRuleItBreaks(t *testing.T) {
	t.Parallel()
	inEachEnvironment(t, "broken", func(t *testing.T, report harness.Report) {
		failed := failing(report)
		require.Len(t, failed, 4, "the tests of 2.2.5")
		for _, name := range failed {
			assert.Truef(t, strings.HasPrefix(name, "2.2.5"), "%s", name)
		}
	})
}

func failing(report harness.Report) []string {
	var names []string
	for _, result := range report.Results {
		if !result.OK {
			names = append(names, result.Name+": "+result.Error)
		}
	}
	return names
}
