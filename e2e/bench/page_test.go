package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Every library does the work of every case once: the page fails where a callback is missing. Nothing is timed.
func TestEveryLibraryDoesTheWork(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		t.Parallel() // most of it is jQuery's waiting
		r, err := measure(t.Context(), b, plan{rounds: 1}, func(line string) { t.Log(line) })
		require.NoError(t, err)
		require.Len(t, r.Libraries, 5)
		assert.Len(t, r.Cases, 9)
		assert.True(t, r.Browser.Collects, "garbage is collected")
		assert.NotEmpty(t, r.Browser.Version)
		for _, c := range r.Cases {
			libraries := 5
			if c.ID == "notify" {
				libraries = 3
			}
			assert.Len(t, c.Libraries, libraries, c.Name)
		}
	})
}

func TestCaseThatIsNotThereIsNamed(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	_, err := measure(t.Context(), harness.Chromium, plan{rounds: 1, cases: "create,chains"}, func(string) {})
	assert.ErrorContains(t, err, "no case is called chains: there are create, ")
}

// How the page counts, times and sums up is tested in Node, with a clock of its own.
func TestMeasuringAndStatistics(t *testing.T) {
	node := exec.Command("node", "--test", "test/")
	node.Dir = filepath.Join(harness.Root(), "bench")
	output, err := node.CombinedOutput()
	require.NoErrorf(t, err, "node --test\n%s", output)
}
