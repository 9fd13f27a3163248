package main

import (
	"fmt"
	"strconv"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A bar is what a case is to reach beside another library, in each browser; none where the limit is 0.
type bar struct {
	what    string
	test    string // the case's ID
	against string // the library's
	least   bool   // whether the limit is how many times faster we are at least; else, how many times as much we take at most
	limits  map[harness.Browser]float64
}

func both(limit float64) map[harness.Browser]float64 { return each(limit, limit) }

func each(chromium, firefox float64) map[harness.Browser]float64 {
	return map[harness.Browser]float64{harness.Chromium: chromium, harness.Firefox: firefox}
}

var bars = []bar{
	{"create", "create", "jquery4", true, both(40)},
	{"create + `done` + `resolve`", "doneResolve", "jquery4", true, both(20)},
	{"ten `done` + `resolve`", "tenDone", "jquery4", true, both(8)},
	{"late `done`", "lateDone", "jquery4", true, both(3)},
	{"1,000 `notify` to three listeners", "notify", "jquery4", true, both(3)},
	{"`when` of 100 pending", "when", "jquery4", true, both(10)},
	{"chain of 1,000 `then`", "chain", "jquery4", true, both(1000)},
	{"chain of 1,000 `then`", "chain", "bluebird", true, both(1)},
	{"chain of 1,000 `then`", "chain", "native", false, each(2, 0.5)},
	{"10,000 create + `then` + `resolve`", "parallel", "native", false, each(1.2, 0.7)},
	{"`await` of a resolved one", "await", "native", false, both(3)},
	{"1,000 GETs, 50 at once", "get", "native", false, each(1.3, 0)},
	{"bytes of a pending deferred with one callback", "pending", "jquery4", false, each(1./8, 0)},
	{"fade of 500 elements, time of scripts", "fade", "jquery4", false, each(1./15, 0)},
	{"page → Go → page", "calls", byHand, false, each(1.3, 0)},
	{"struct of 10 fields, there and back", "struct", byHand, false, each(0.7, 0)},
	{"10 MB of bytes to Go", "bytes", byHand, false, each(1.1, 0)},
	{"1,000 structs to the page", "list", byHand, false, each(0.8, 0)},
	{"ready, first visit", "cold", "bare", false, both(0.9)},
	{"ready, all in the cache", "warm", "bare", false, both(0.9)},
}

// needs is the limit in words.
func (b bar) needs(limit float64) string {
	switch {
	case limit == 0:
		return "–"
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

// barsTable says of each bar whether it was met in the results of each browser, and how many were not.
func barsTable(found map[harness.Browser]*results) string {
	rows := [][]string{{"", "against"}}
	for _, browser := range harness.Browsers {
		rows[0] = append(rows[0], string(browser)+": bar", "measured")
	}
	met, missed := 0, 0
	for _, b := range bars {
		row := []string{b.what, againstNames[b.against]}
		for _, browser := range harness.Browsers {
			limit, measured := b.limits[browser], "–"
			if c, ok := found[browser].named(b.test); ok && limit != 0 {
				reached := b.reached(c.Libraries[b.against].Ratio.Median)
				measured = b.inWords(reached, limit)
				if b.missed(reached, limit) {
					missed++
					measured = "**" + measured + ", missed**"
				} else {
					met++
				}
			}
			row = append(row, b.needs(limit), measured)
		}
		rows = append(rows, row)
	}
	return markdown(rows) + fmt.Sprintf("\n%d of %d met.\n", met, met+missed)
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
}
