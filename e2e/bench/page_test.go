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
		r, err := measure(t.Context(), b, plan{rounds: 1}, func(line string) { t.Log(line) })
		require.NoError(t, err)
		require.Len(t, r.Libraries, 5)
		assert.Len(t, r.Cases, 10)
		assert.True(t, r.Browser.Collects, "garbage is collected")
		assert.NotEmpty(t, r.Browser.Version)
		for _, c := range r.Cases {
			libraries := 5
			switch c.ID {
			case "notify":
				libraries = 3
			case "get":
				libraries = 4
			}
			assert.Len(t, c.Libraries, libraries, c.Name)
		}
	})
}

func TestVisitsTellWhenTheProgramIsReady(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		cases, err := measureStart(t.Context(), b, 1)
		require.NoError(t, err)
		require.Len(t, cases, 2)
		for _, c := range cases {
			require.Len(t, c.Libraries, 3, c.Name)
			for _, program := range programs {
				assert.Positive(t, c.Libraries[program].Value.Median, "%s: %s", c.Name, program)
			}
		}
	})
}

func TestChromiumTellsOfMemoryAndScripts(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	cases, err := measureByDevtools(t.Context(), settings{rounds: 1, parts: []string{"scripts", "memory"}}, func(line string) { t.Log(line) })
	require.NoError(t, err)
	require.Len(t, cases, 7)
	for _, c := range cases {
		assert.Positive(t, c.Libraries[ours].Value.Median, c.Name)
		assert.Positive(t, c.Libraries[reference].Value.Median, c.Name)
	}
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
