// Package conformance runs the Promises/A+ suite, unchanged, against the shipped files in Node, Chromium and Firefox.
package conformance

import (
	"flag"
	"os"
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
	flag.Parse()
	if err := flag.Set("test.parallel", "12"); err != nil {
		panic(err)
	}
	os.Exit(harness.Main(m))
}

func inEachEnvironment(t *testing.T, adapter string, judge func(t *testing.T, report harness.Report)) {
	t.Run("node", func(t *testing.T) {
		t.Parallel()
		report := harness.NodeReport(t, "--no-warnings", "--unhandled-rejections=none", "conformance/node.js", adapter)
		assert.Equal(t, aplusTests, len(report.Results))
		judge(t, report)
	})
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		t.Parallel()
		harness.Bundle(t)
		report := harness.PageReport(t, b, "/pages/conformance.js?adapter="+adapter)
		assert.Equal(t, aplusTests+1, len(report.Results), "and one of the page that ran them")
		judge(t, report)
	})
}

func TestPromisesOfDeferredConform(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	inEachEnvironment(t, "deferred", func(t *testing.T, report harness.Report) { report.Each(t) })
}

func TestPromisesOfWhenConform(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	inEachEnvironment(t, "when", func(t *testing.T, report harness.Report) { report.Each(t) })
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
