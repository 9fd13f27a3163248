package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// barsOfOtherParts are the cases of bars that the page of work does not measure.
var barsOfOtherParts = []string{"pending", "fade", "calls", "struct", "bytes", "list", "cold", "warm"}

// Every library does the work of every case once: the page fails where a callback is missing. Nothing is timed.
func TestEveryLibraryDoesTheWork(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		r, err := measure(t.Context(), b, plan{rounds: 1}, func(line string) { t.Log(line) })
		require.NoError(t, err)
		require.Len(t, r.Libraries, 8)
		assert.Len(t, r.Cases, 11)
		assert.Equal(t, b != harness.WebKit, r.Browser.Collects, "garbage is collected, where that can be asked for")
		assert.NotEmpty(t, r.Browser.Version)
		for _, c := range r.Cases {
			libraries := 7
			switch c.ID {
			case "notify", "nested":
				libraries = 5
			case "get":
				libraries = 4
			case "await":
				libraries = 8
			case "chain":
				libraries = 6
			}
			assert.Len(t, c.Libraries, libraries, c.Name)
		}
		for _, bar := range bars {
			c, ok := r.named(bar.test)
			if !ok && slices.Contains(barsOfOtherParts, bar.test) {
				continue
			}
			reached, is := bar.of(c)
			assert.True(t, is, bar.what)
			assert.Positive(t, reached, bar.what)
		}
	})
}

func TestVersionsAreNamedWhereThePageDoesNotKnowThem(t *testing.T) {
	harness.RequireModules(t)
	r := &results{Libraries: []library{{ID: "simply-deferred"}, {ID: "jquery4", Version: "said"}, {ID: "native"}}}
	require.NoError(t, nameVersions(harness.Root(), r))
	assert.Regexp(t, `^\d+\.\d+\.\d+$`, r.Libraries[0].Version)
	assert.Equal(t, "said", r.Libraries[1].Version)
	assert.Empty(t, r.Libraries[2].Version)
	require.NoError(t, nameWebKit(t.Context(), r))
	assert.Equal(t, "WebKitGTK", r.Browser.Name)
	assert.Regexp(t, `^\d+\.\d+`, r.Browser.Version)
}

func TestVisitsTellWhenTheProgramIsReady(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		lines := lines[1:2] // that of the machine itself is no different, and the slowest takes a minute
		cases, err := measureStart(t.Context(), b, lines, 1, func(line string) { t.Log(line) })
		require.NoError(t, err)
		require.Len(t, cases, 4*len(lines))
		byID := map[string]testCase{}
		for _, c := range cases {
			byID[c.ID] = c
			require.Len(t, c.Libraries, 3, c.Name)
			for _, program := range programs {
				assert.Positive(t, c.Libraries[program].Value.Median, "%s: %s", c.Name, program)
			}
		}
		for _, l := range lines {
			first, cold := byID["coldFirst"+l.suffix].Libraries[ours].Value, byID["cold"+l.suffix].Libraries[ours].Value
			assert.Less(t, first.Median, cold.Median, "deferreds work before the runtime is ready%s", l.name)
		}
		// Some 400 kB of wasm take 320 ms at least at 10 Mbit/s.
		assert.Greater(t, byID["coldHome"].Libraries[ours].Value.Median, 320.0)
	})
}

func TestChromiumTellsOfMemoryAndScripts(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	cases, err := measureByDevtools(t.Context(), settings{rounds: 1, parts: []string{"scripts", "memory"}}, func(line string) { t.Log(line) })
	require.NoError(t, err)
	require.Len(t, cases, 7+len(kindsHeld))
	for i, c := range cases {
		assert.Positive(t, c.Libraries[ours].Value.Median, c.Name)
		if i < 7 { // no other library has the like of the others
			assert.Positive(t, c.Libraries[reference].Value.Median, c.Name)
		}
	}
}

func TestSizesAreThoseOfDownloads(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	cases, err := measureSize(harness.Root())
	require.NoError(t, err)
	require.Len(t, cases, len(sizeCases))
	for _, c := range cases {
		assert.Contains(t, c.Libraries, ours, c.Name)
		for id, m := range c.Libraries {
			assert.Greater(t, m.Value.Median, 500.0, "%s: %s", c.Name, id)
		}
	}
	assert.Less(t, cases[1].Libraries["jquery4"].Value.Median, 40_000.0, "jQuery 4 is compressed")
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
