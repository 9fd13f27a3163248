package main

import (
	"fmt"
	"strconv"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A bar is what a case is to reach, in each browser; none where the limit is 0.
type bar struct {
	what    string
	test    string // the case's ID
	against string // the library's that ours is compared with; empty where the figure itself is to be as large
	least   bool   // whether the limit is how many times faster we are at least; else, how many times as much we take at most
	limits  map[harness.Browser]float64
}

func all(limit float64) map[harness.Browser]float64 { return each(limit, limit, limit) }

func each(chromium, firefox, webkit float64) map[harness.Browser]float64 {
	return map[harness.Browser]float64{harness.Chromium: chromium, harness.Firefox: firefox, harness.WebKit: webkit}
}

var bars = []bar{
	{"create", "create", "jquery4", true, each(150, 45, 75)},
	{"create + `done` + `resolve`", "doneResolve", "jquery4", true, each(55, 25, 40)},
	{"ten `done` + `resolve`", "tenDone", "jquery4", true, each(16, 11, 11)},
	{"late `done`", "lateDone", "jquery4", true, each(6, 4, 5)},
	{"1,000 `notify` to three listeners", "notify", "jquery4", true, each(4, 9, 4.5)},
	{"`when` of 100 pending", "when", "jquery4", true, each(25, 15, 17)},
	{"chain of 1,000 `then`", "chain", "jquery4", true, each(1000, 1000, 0)},
	{"chain of 1,000 `then`", "chain", "bluebird", true, each(1.3, 1.5, 1.2)},
	{"chain of 1,000 `then`", "chain", "native", false, each(1.3, 0.3, 0.8)},
	{"10,000 create + `then` + `resolve`", "parallel", "native", false, each(1.4, 0.4, 1.2)},
	{"`await` of a resolved one", "await", thenable, false, all(1.8)},
	{"1,000 GETs, 50 at once", "get", "native", false, all(1.15)},
	{"nested `resolve` in `done`, depth", "nested", "", true, all(3000)},
	{"bytes of a pending deferred with one callback", "pending", "jquery4", false, each(1./8, 0, 0)},
	{"fade of 500 elements, time of scripts", "fade", "jquery4", false, each(1./20, 0, 0)},
	{"page → Go → page", "calls", byHand, false, each(1.3, 0, 0)},
	{"struct of 10 fields, there and back", "struct", byHand, false, each(0.7, 0, 0)},
	{"10 MB of bytes to Go", "bytes", byHand, false, each(1.1, 0, 0)},
	{"1,000 structs to the page", "list", byHand, false, each(0.8, 0, 0)},
	{"ready, first visit", "cold", "bare", false, each(0.9, 0.9, 0)},
	{"ready, all in the cache", "warm", "bare", false, each(0.9, 0.9, 0)},
}

// needs is the limit in words.
func (b bar) needs(limit float64) string {
	switch {
	case limit == 0:
		return "–"
	case b.against == "":
		return "at least " + plain(limit)
	case b.least && limit == 1:
		return "ahead"
	case b.least:
		return plain(limit) + " times faster"
	case limit < 0.2:
		return "at most 1/" + plain(1/limit)
	}
	return "at most " + plain(limit) + " times"
}

// plain has as many digits as the limit was given with.
func plain(limit float64) string {
	if limit >= 1000 {
		return thousands(limit)
	}
	return strconv.FormatFloat(limit, 'g', -1, 64)
}

// reached is what was measured, in the unit of the limit.
func (b bar) reached(ratio float64) float64 {
	if b.least {
		return ratio
	}
	return 1 / ratio
}

func (b bar) missed(reached, limit float64) bool {
	return limit != 0 && (b.least && reached < limit || !b.least && reached > limit)
}

// of is what a case has reached, if it was measured with both.
func (b bar) of(c testCase) (reached float64, ok bool) {
	if b.against == "" {
		m, ok := c.Libraries[ours]
		return m.Value.Median, ok
	}
	m, ok := c.Libraries[b.against]
	return b.reached(m.Ratio.Median), ok
}

// barsTable says of each bar whether it was met in the results of each browser, and how many were not.
func barsTable(found map[harness.Browser]*results) string {
	rows := [][]string{{"", "against"}}
	browsers := measuredBrowsers(found)
	for _, browser := range browsers {
		rows[0] = append(rows[0], found[browser].Browser.Name+": bar", "measured")
	}
	met, missed, unknown := 0, 0, 0
	for _, b := range bars {
		row := []string{b.what, againstNames[b.against]}
		for _, browser := range browsers {
			limit, measured := b.limits[browser], "–"
			c, _ := found[browser].named(b.test)
			switch reached, ok := b.of(c); {
			case limit == 0:
			case !ok:
				unknown++
			case b.missed(reached, limit):
				missed++
				measured = "**" + b.inWords(reached, limit) + ", missed**"
			default:
				met++
				measured = b.inWords(reached, limit)
			}
			row = append(row, b.needs(limit), measured)
		}
		rows = append(rows, row)
	}
	said := fmt.Sprintf("\n%d of %d met.", met, met+missed)
	if unknown > 0 {
		said += fmt.Sprintf(" %d not measured yet.", unknown)
	}
	return markdown(rows) + said + "\n"
}

func (b bar) inWords(reached, limit float64) string {
	if limit < 0.2 {
		return "1/" + figure(1/reached)
	}
	// A limit that was just missed must not look met.
	if b.missed(reached, limit) && figure(reached) == figure(limit) {
		return strconv.FormatFloat(reached, 'f', 3, 64)
	}
	return figure(reached)
}

var againstNames = map[string]string{
	"jquery4": "jQuery 4", "bluebird": "bluebird", "native": "native", "bare": "bare Go + safejs", byHand: "by hand",
	thenable: "the least thenable", "": "–",
}
