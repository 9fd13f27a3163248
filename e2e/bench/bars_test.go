package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestBarsAreMetOrMissed(t *testing.T) {
	for name, row := range map[string]struct {
		bar    bar
		ratio  float64 // theirs, in times ours
		missed bool
		needs  string
		words  string
	}{
		"fast enough":   {bar{least: true, limits: both(40)}, 41, false, "40 times faster", "41"},
		"just enough":   {bar{least: true, limits: both(40)}, 40, false, "40 times faster", "40"},
		"too slow":      {bar{least: true, limits: both(40)}, 39, true, "40 times faster", "39"},
		"ahead":         {bar{least: true, limits: both(1)}, 1.2, false, "ahead", "1.2"},
		"behind":        {bar{least: true, limits: both(1)}, 0.8, true, "ahead", "0.80"},
		"little enough": {bar{limits: both(2)}, 0.5, false, "at most 2 times", "2.0"},
		"too much":      {bar{limits: both(2)}, 0.4, true, "at most 2 times", "2.5"},
		"hardly missed": {bar{limits: both(1.3)}, 1 / 1.316, true, "at most 1.3 times", "1.316"},
		"a part":        {bar{limits: both(1. / 8)}, 24, false, "at most 1/8", "1/24"},
		"too large":     {bar{limits: both(1. / 8)}, 7, true, "at most 1/8", "1/7.0"},
	} {
		t.Run(name, func(t *testing.T) {
			limit := row.bar.limits[harness.Firefox]
			reached := row.bar.reached(row.ratio)
			assert.Equal(t, row.missed, row.bar.missed(reached, limit))
			assert.Equal(t, row.needs, row.bar.needs(limit))
			assert.Equal(t, row.words, row.bar.inWords(reached, limit))
		})
	}
}

// What was measured is kept as numbers, and the documents say those.
func TestDocumentsSayWhatTheResultsSay(t *testing.T) {
	found := map[harness.Browser]*results{}
	for _, b := range harness.Browsers {
		r, err := readResults(resultsFile(harness.Root(), b))
		require.NoError(t, err)
		found[b] = r
	}
	for name, text := range documents(found) {
		file, err := os.ReadFile(filepath.Join(harness.Root(), filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.Contains(t, string(file), startMark+"\n\n"+text+"\n"+endMark,
			"%s: `cd e2e && go run ./bench -tables` writes its tables anew", name)
	}
}

func TestEveryBarIsMeasured(t *testing.T) {
	for _, b := range bars {
		for _, browser := range harness.Browsers {
			if b.limits[browser] == 0 {
				continue
			}
			r, err := readResults(resultsFile(harness.Root(), browser))
			require.NoError(t, err)
			c, ok := r.named(b.test)
			require.True(t, ok, "%s in %s", b.test, browser)
			assert.Contains(t, c.Libraries, b.against, b.test)
			assert.Positive(t, c.Libraries[b.against].Ratio.Median, b.test)
		}
	}
}
