package render

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// A bar is one row of a picture.
type bar struct {
	name   string
	figure string // as it is read
	length float64
	ours   bool
}

// draw makes a list of bars, the longest of which has the whole width. A bar is an SVG, whose lengths are attributes: the
// site's policy forbids styles in a page. Readers who do not see the bars have the figures.
func draw(caption string, bars []bar) string {
	longest := 0.0
	for _, b := range bars {
		longest = max(longest, b.length)
	}
	var out strings.Builder
	out.WriteString("<figure class=\"bars\">\n<figcaption>" + caption + "</figcaption>\n<ul role=\"list\">\n")
	for _, b := range bars {
		class := ""
		if b.ours {
			class = ` class="ours"`
		}
		share := 100 * b.length / longest
		if b.length > 0 {
			share = max(share, 0.2) // A trace: a bar without width has no outline either.
		}
		width := strconv.FormatFloat(share, 'f', 2, 64)
		_, _ = fmt.Fprintf(&out, `<li%s><span>%s</span> <svg aria-hidden="true" width="100%%" height="12"><rect width="%s%%" height="12" rx="2"/></svg> <span class="figure">%s</span></li>`+"\n",
			class, b.name, width, html.EscapeString(b.figure))
	}
	out.WriteString("</ul>\n</figure>\n")
	return out.String()
}

// slowLine is a phone's connection on a bad day, in bits per second: that of Lighthouse.
const slowLine = 1.6e6

// sizePicture shows what a page downloads: files of the build by their names, and jQuery, in bytes.
func sizePicture(sizes map[string]int, jQuery int) string {
	bars := []bar{{name: "native promises", figure: "0"}}
	for _, row := range []struct {
		name string
		size int
		ours bool
	}{
		{"<code>core.mjs</code>: deferreds, joins, tasks", sizes["core.mjs"], true},
		{"jQuery 3.7.1, whole", jQuery, false},
		{"<code>godeferred.js</code>: and events, collection", sizes["godeferred.js"], true},
		{"with <code>godeferred.wasm</code>: and requests, animations", sizes["godeferred.js"] + sizes["godeferred.wasm"], true},
	} {
		seconds := strconv.FormatFloat(float64(row.size)*8/slowLine, 'g', 2, 64)
		bars = append(bars, bar{row.name, kilobytes(row.size) + " kB, " + seconds + " s", float64(row.size), row.ours})
	}
	return draw("Bytes to download, with brotli, and the time that they take at 1.6 Mbit/s", bars)
}

// speedCases are the cases that the front page shows: gains and losses.
var speedCases = []struct{ id, name string }{
	{"doneResolve", "Create a deferred, add <code>done</code>, resolve it"},
	{"chain", "One <code>then</code> in a chain of 1,000"},
	{"when", "<code>when</code> of 100 that are pending"},
	{"await", "<code>await</code> of a resolved one"},
}

// speedPicture shows the benchmarks beside jQuery and native promises: their times, and in words how many times ours.
func speedPicture(b benchmark) (string, error) {
	var out strings.Builder
	for _, c := range speedCases {
		var bars []bar
		var ratios []float64
		for _, library := range []struct {
			id, name string
		}{{"jquery4", "jQuery " + b.version("jquery4")}, {"native", "native promises"}, {"godeferred", "godeferred"}} {
			value, ratio, err := b.figure(c.id, library.id)
			if err != nil {
				return "", err
			}
			ratios = append(ratios, ratio)
			bars = append(bars, bar{library.name, duration(value), value, library.id == "godeferred"})
		}
		out.WriteString(draw(c.name+" <span>"+comparison(ratios[0], ratios[1])+"</span>", bars))
	}
	return out.String(), nil
}

// comparison says how many times our time others take.
func comparison(jQuery, native float64) string {
	if native < 1 {
		return rounded(jQuery) + " times faster than jQuery; native promises are " + rounded(1/native) + " times faster still"
	}
	return rounded(jQuery) + " times faster than jQuery, " + rounded(native) + " times faster than native promises"
}

// readyPicture shows how long the first visit takes until requests and animations can begin.
func readyPicture(browsers []benchmark) (string, error) {
	var bars []bar
	for _, b := range browsers {
		for _, library := range []struct{ id, name string }{{"jquery4", "jQuery " + b.version("jquery4")}, {"godeferred", "godeferred with its wasm"}} {
			value, _, err := b.figure("cold", library.id)
			if err != nil {
				return "", err
			}
			bars = append(bars, bar{library.name + ", " + b.Browser.Name, duration(value * 1e6), value, library.id == "godeferred"})
		}
	}
	return draw("From the navigation until it is ready, on a first visit, from a server on the same machine", bars), nil
}
