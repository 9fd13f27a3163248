package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestFiguresOfABusyMachineAreNotRecorded(t *testing.T) {
	calm := check{Median: 20, Spread: 0.01, Share: 0.99, Others: 0.02}
	with := func(change func(*check)) []check {
		other := calm
		change(&other)
		return []check{calm, other, calm}
	}
	for name, row := range map[string]struct {
		checks []check
		why    string
	}{
		"calm":                     {[]check{calm, calm, calm}, ""},
		"at the limits":            {with(func(c *check) { *c = check{21.9, mostSpread, leastShare, mostOthers} }), ""},
		"another program computes": {with(func(c *check) { c.Others = 0.9 }), "other programs kept 0.90 processors busy at the 2nd check"},
		"the loop has to wait":     {with(func(c *check) { c.Share = 0.6 }), "a processor for 60 % of its time at the 2nd check"},
		"times differ":             {with(func(c *check) { c.Spread = 0.2 }), "spread by 20.0 %"},
		"slower":                   {with(func(c *check) { c.Median = 25 }), "+25 % of its first time"},
		"faster":                   {with(func(c *check) { c.Median = 15 }), "-25 % of its first time"},
		"busy at first":            {[]check{{20, 0.01, 0.5, 0.02}, calm}, "at the beginning"},
	} {
		t.Run(name, func(t *testing.T) {
			why := disturbed(row.checks)
			if row.why == "" {
				assert.Empty(t, why)
			} else {
				require.Len(t, why, 1)
				assert.Contains(t, why[0], row.why)
			}
		})
	}
}

func TestWhatABusyMachineMeasuredIsNotKept(t *testing.T) {
	found, why := map[harness.Browser]*results{harness.WebKit: {}}, []string{"other programs compute"}
	for name, row := range map[string]struct {
		settings settings
		err      string
	}{
		"everything":          {settings{whole: true}, "the machine is busy:\n- other programs compute\nNothing is kept"},
		"some parts":          {settings{keep: true}, "the machine is busy"},
		"everything, forced":  {settings{whole: true, force: true}, ""},
		"printed in any case": {settings{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			require.NoError(t, os.MkdirAll(filepath.Dir(resultsFile(root, harness.WebKit)), 0o755))
			err := row.settings.record(root, found, why)
			if row.err == "" {
				require.NoError(t, err)
			} else {
				require.ErrorContains(t, err, row.err)
			}
			assert.NoFileExists(t, resultsFile(root, harness.WebKit))
		})
	}
}

func TestWhatACalmMachineMeasuredIsKept(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"docs/BENCHMARKS.md", "README.md"} {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(startMark+endMark), 0o644))
	}
	require.NoError(t, readMarkedDocs(root))
	r := decoded(t)
	r.Checks = []check{{Median: 20, Share: 0.99}, {Median: 21, Share: 0.98}}
	require.NoError(t, settings{whole: true}.record(root, map[harness.Browser]*results{harness.Chromium: r}, nil))
	again, err := readResults(resultsFile(root, harness.Chromium))
	require.NoError(t, err)
	assert.Equal(t, r, again)
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	assert.Contains(t, string(text), "ns per operation, Chromium")

	some := decoded(t)
	some.Cases = some.Cases[:1]
	some.Cases[0].Group, some.Cases[0].ID = memory, "pending"
	require.NoError(t, settings{keep: true}.record(root, map[harness.Browser]*results{harness.Chromium: some}, nil))
	again, err = readResults(resultsFile(root, harness.Chromium))
	require.NoError(t, err)
	assert.Len(t, again.Cases, 3, "the two that were there, and one more")
	assert.ErrorIs(t, settings{keep: true}.record(root, map[harness.Browser]*results{harness.WebKit: some}, nil), fs.ErrNotExist,
		"parts take their place among results, and there are none")
}

func TestIdleTimeAndWaitingForDisksIsNotBusy(t *testing.T) {
	busy, err := busyIn("cpu  100 20 30 9999 8888 4 5 6 0 0\ncpu0 1 2 3 4\n")
	require.NoError(t, err)
	assert.Equal(t, 1650*time.Millisecond, busy)
	_, err = busyIn("intr 1 2\n")
	assert.ErrorContains(t, err, `/proc/stat begins with "intr 1 2"`)
}

func TestACheckSeesItsOwnWork(t *testing.T) {
	c, err := observe()
	require.NoError(t, err)
	assert.Positive(t, c.Median)
	assert.Positive(t, c.Share)
	assert.False(t, strings.Contains(strings.Join(disturbed([]check{c}), ""), "NaN"))
}
