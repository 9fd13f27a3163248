package main

import (
	"os"
	"path/filepath"
	"slices"
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
		"fast enough":   {bar{against: "jquery4", least: true, limits: all(40)}, 41, false, "40 times faster", "41"},
		"just enough":   {bar{against: "jquery4", least: true, limits: all(40)}, 40, false, "40 times faster", "40"},
		"too slow":      {bar{against: "jquery4", least: true, limits: all(40)}, 39, true, "40 times faster", "39"},
		"ahead":         {bar{against: "jquery4", least: true, limits: all(1)}, 1.2, false, "ahead", "1.2"},
		"behind":        {bar{against: "jquery4", least: true, limits: all(1)}, 0.8, true, "ahead", "0.80"},
		"little enough": {bar{against: "jquery4", limits: all(2)}, 0.5, false, "at most 2 times", "2.0"},
		"too much":      {bar{against: "jquery4", limits: all(2)}, 0.4, true, "at most 2 times", "2.5"},
		"hardly missed": {bar{against: "jquery4", limits: all(1.3)}, 1 / 1.316, true, "at most 1.3 times", "1.316"},
		"a part":        {bar{against: "jquery4", limits: all(1. / 8)}, 24, false, "at most 1/8", "1/24"},
		"too large":     {bar{against: "jquery4", limits: all(1. / 8)}, 7, true, "at most 1/8", "1/7.0"},
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
	found, err := kept(harness.Root())
	require.NoError(t, err)
	for name, text := range documents(found) {
		file, err := os.ReadFile(filepath.Join(harness.Root(), filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.Contains(t, string(file), startMark+"\n\n"+text+"\n"+endMark,
			"%s: `cd e2e && go run ./bench -tables` writes its tables anew", name)
	}
}

// Bars and cases come before the figures: until a calm machine has measured them, the tables say so.
func TestABarWithoutAFigureIsNeitherMetNorMissed(t *testing.T) {
	chromium := decoded(t)
	table := barsTable(map[harness.Browser]*results{harness.Chromium: chromium})
	assert.Contains(t, table, "Chromium: bar")
	assert.NotContains(t, table, "WebKit")
	assert.Regexp(t, `\| create \+ .done. \+ .resolve.  +\| +jQuery 4 \| +55 times faster \| +\*\*42, missed\*\* \|`, table)
	assert.Regexp(t, `\| nested .resolve. in .done., depth +\| +– \| +at least 3,000 \| +– \|`, table)
	assert.Contains(t, table, "1 of 2 met. ")
	assert.Contains(t, table, " not measured yet.\n")
}

func TestBarsOfOtherPartsAreAmongTheKeptResults(t *testing.T) {
	found, err := kept(harness.Root())
	require.NoError(t, err)
	for _, b := range bars {
		if slices.Contains(barsOfOtherParts, b.test) {
			c, _ := found[harness.Chromium].named(b.test)
			reached, ok := b.of(c)
			assert.True(t, ok && reached > 0, b.what)
		}
	}
}

func TestADepthIsItsOwnFigure(t *testing.T) {
	b := bar{test: "nested", least: true, limits: all(3000)}
	reached, ok := b.of(testCase{Libraries: map[string]measured{ours: {Value: summary{Median: 3200}, Ratio: summary{Median: 1}}}})
	assert.True(t, ok)
	assert.Equal(t, 3200.0, reached)
	assert.False(t, b.missed(reached, 3000))
	assert.True(t, b.missed(2900, 3000))
}

func TestDocumentsCopeWithABrowserThatWasNotMeasured(t *testing.T) {
	chromium, webkit := decoded(t), decoded(t)
	webkit.Browser.Name = "WebKitGTK"
	webkit.Cases = webkit.Cases[:1] // and one that could not be measured there
	texts := documents(map[harness.Browser]*results{harness.Chromium: chromium, harness.WebKit: webkit})
	assert.Contains(t, texts["docs/BENCHMARKS.md"], "## WebKitGTK\n")
	assert.NotContains(t, texts["docs/BENCHMARKS.md"], "Firefox")
	assert.Regexp(t, `in WebKitGTK \|\n`, texts["README.md"])
	assert.Regexp(t, `\| chain .* \| +\*\*35,511\*\* \| +– \|\n`, texts["README.md"])
	_, err := kept(t.TempDir())
	assert.ErrorContains(t, err, "chromium.json", "without any there is nothing to show")
}
