package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a page posts, with one case that all can do, one that promises lack, and one that takes jQuery too long.
const posted = `{
	"browser": {"name": "Chromium", "version": "1.2", "collects": true}, "rounds": 15, "least": 20,
	"libraries": [
		{"id": "godeferred", "name": "godeferred", "version": "0.1.0"},
		{"id": "jquery4", "name": "jQuery", "version": "4.0.0"},
		{"id": "native", "name": "native promises", "version": ""}
	],
	"cases": [
		{"id": "doneResolve", "name": "create + ` + "`done`" + `", "group": "work", "operations": 1, "libraries": {
			"godeferred": {"units": 9, "value": {"median": 52.4, "lower": 52, "upper": 53, "rounds": 15}, "ratio": {"median": 1, "rounds": 15}},
			"jquery4": {"units": 9, "value": {"median": 2217.6, "lower": 2217.6, "upper": 2217.6, "rounds": 15}, "ratio": {"median": 42.3, "lower": 40, "upper": 44.6, "rounds": 15}},
			"native": {"instead": "then", "units": 9, "value": {"median": 34, "lower": 30, "upper": 40, "rounds": 15}, "ratio": {"median": 0.65, "lower": 0.6, "upper": 1.234, "rounds": 15}}
		}},
		{"id": "chain", "name": "chain", "group": "work", "operations": 1000, "libraries": {
			"godeferred": {"units": 400, "value": {"median": 80, "lower": 79.9, "upper": 80.2, "rounds": 15}, "ratio": {"median": 1, "rounds": 15}},
			"jquery4": {"units": 1, "value": {"median": 4151710, "lower": 4151710, "upper": 4151710, "rounds": 2}, "ratio": {"median": 35511, "lower": 34000, "upper": 37000, "rounds": 2}}
		}}
	]
}`

func decoded(t *testing.T) *results {
	t.Helper()
	r, err := decode([]byte(posted))
	require.NoError(t, err)
	r.Date = "2026-01-02"
	return r
}

func TestTimesStandBesideHowMuchFasterThanJQuery(t *testing.T) {
	assert.Equal(t, "| ns per operation | godeferred 0.1.0 |          jQuery 4.0.0 |   native promises | times faster than jQuery 4 | spread |\n"+
		"| ---------------- | ---------------: | --------------------: | ----------------: | -------------------------: | -----: |\n"+
		"| create + `done`  |               52 |                 2,218 | 34<sup>1, 2</sup> |                     **42** |    2 % |\n"+
		"| chain            |               80 | 4,151,710<sup>3</sup> |                 – |                 **35,511** |  0.4 % |\n"+
		"\nChromium 1.2, 2026-01-02: medians of 15 rounds that alternate between the libraries, each of at least 20 ms, garbage "+
		"collected before each. “Times faster” is the median of the ratios within each round. “Spread” is how far the quartiles of "+
		"godeferred’s rounds lie apart, in per cent of the median.<br>\n"+
		"<sup>1</sup> with `then`, the closest that promises have, which is asynchronous.<br>\n"+
		"<sup>2</sup> the middle half of its rounds spreads by more than a quarter: do not rely on it.<br>\n"+
		"<sup>3</sup> measured in 2 rounds of 1 × 1,000 only, because it takes so long.\n", worksTable(decoded(t)))
}

func TestNotesAreNoRowsOfATable(t *testing.T) {
	r := decoded(t)
	r.Cases[0].Group = ready
	assert.Contains(t, groupTable(r, ready, "ms", reference), "|\n\n<sup>1</sup> with `then`")
}

func TestNumbersOfNotesAreInOrder(t *testing.T) {
	assert.Equal(t, "<sup>1, 2</sup>", superscript([]int{2, 1}))
	assert.Empty(t, superscript(nil))
}

// It has one figure, which stands below the table.
func TestTheLeastThenableHasNoColumn(t *testing.T) {
	r := decoded(t)
	r.Libraries = append(r.Libraries, library{ID: thenable, Name: "the least thenable"})
	r.Cases[0].ID = "await"
	r.Cases[0].Libraries[thenable] = measured{Units: 9, Value: summary{61, 60, 62, 15}}
	table := worksTable(r)
	assert.NotContains(t, table, "the least thenable |")
	assert.Contains(t, table, "An `await` of the least object with a `then` takes 61 ns.")
}

func TestRatiosStandBesideTheirQuartiles(t *testing.T) {
	table := ratiosTable(decoded(t))
	assert.Contains(t, table, "| create + `done`       |                         42 (40 to 45) | 0.65 (0.60 to 1.2)<sup>1, 2</sup> |\n")
	assert.Contains(t, table, "| chain                 | 35,511 (34,000 to 37,000)<sup>3</sup> |                                 – |\n")
}

func TestFiguresHaveTheDigitsThatCount(t *testing.T) {
	for x, want := range map[float64]string{
		0.094: "0.09", 0.994: "0.99", 0.996: "1.0", 9.94: "9.9", 9.96: "10", 42.3: "42", 999.4: "999", 999.6: "1,000",
		4151709.5: "4,151,710", 1234567: "1,234,567",
	} {
		assert.Equal(t, want, figure(x), "%v", x)
	}
}

func TestWhatThePageSaysIsWrongIsTheError(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"an error of the page":     {`{"error": "create of native: the callbacks got 1, not 2", "stack": "at measure.js"}`, "the page: create of native: the callbacks got 1, not 2\nat measure.js"},
		"something else than JSON": {"<html>", "read what the page posted"},
		"no results":               {`{}`, "the page posted no results"},
		"results without ours":     {`{"libraries": [{"id": "x"}], "cases": [{"name": "create"}]}`, `the page posted no results of godeferred for "create"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := decode([]byte(c.body))
			assert.ErrorContains(t, err, c.want)
		})
	}
}
