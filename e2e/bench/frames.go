package main

import (
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/chromedp/cdproto/emulation"

	"github.com/godeferred/godeferred/e2e/harness"
)

// slowdown is how much slower the processor is made: that of a telephone.
const slowdown = 4

// Long tasks are rare, and few rounds show them.
const frameRounds = 5

// framesWork is what a page does meanwhile. Only a page with a Go program makes calls, so jQuery has none.
var framesWork = []struct {
	id, name string
	jquery   bool
}{
	{"fade", "500 elements fade out", true},
	{"slide", "500 elements slide up", true},
	{"step", "500 elements are animated with `step`", true},
	{"requests", "200 requests are in flight, with progress", true},
	{"calls", "100 calls of Go in a second", false},
	{"all", "`step`, requests and calls at once (jQuery: without the calls)", true},
}

// measureFrames is how long the longest task of the page is, and how many there are of more than 50 ms, the browser's limit.
func measureFrames(ctx context.Context, d *devtools, rounds int, say func(string)) ([]testCase, error) {
	wasm, err := buildProgram(ctx, harness.Root(), callsPage.program, "-gcflags=all=-l", "-gcflags=runtime=")
	if err != nil {
		return nil, err
	}
	server, err := serve(harness.Root(), func(mux *http.ServeMux) {
		// The page's script finds its program where the default runtime is.
		mux.HandleFunc("GET /dist/godeferred.wasm", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/wasm")
			_, _ = w.Write(wasm)
		})
		mux.HandleFunc("GET /slow", inPieces)
	})
	if err != nil {
		return nil, err
	}
	defer server.close()
	if err := d.open(server.url+"/bench/frames.html", "frames"); err != nil {
		return nil, err
	}
	if _, err := command(d, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slowdown}); err != nil {
		return nil, err
	}
	defer func() {
		_, _ = command(d, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1})
	}()
	var cases []testCase
	for _, w := range framesWork {
		say("frames: " + w.name)
		longest, counts := map[string][]float64{}, map[string][]float64{}
		for round := range min(rounds, frameRounds) + 1 {
			for _, id := range []string{ours, "jquery4"} {
				if id != ours && !w.jquery {
					continue
				}
				most, err := d.number(fmt.Sprintf("frames(%q, %q)", id, w.id))
				if err != nil {
					return nil, fmt.Errorf("frames of %s: %w", id, err)
				}
				count, err := d.number("count()")
				if err != nil {
					return nil, err
				}
				if round > 0 { // the first compiles
					longest[id], counts[id] = append(longest[id], most), append(counts[id], count)
				}
			}
		}
		cases = append(cases,
			framesCase("frames-"+w.id, w.name+": tasks of more than 50 ms", "tasks", counts),
			framesCase("frames-"+w.id+"-longest", "the longest of them, in ms", "ms", longest))
	}
	return cases, nil
}

// framesCase has no ratios: most samples are 0.
func framesCase(id, name, unit string, samples map[string][]float64) testCase {
	one := testCase{ID: id, Name: name, Group: frames, Unit: unit, Operations: 1, Libraries: map[string]measured{}}
	for library, theirs := range samples {
		m := measured{Units: 1, Value: summarize(theirs)}
		for _, sample := range theirs {
			m.Samples = append(m.Samples, &sample)
		}
		one.Libraries[library] = m
	}
	return one
}

// framesTable has a row for each work. The bar is met where no round of godeferred had a long task.
func framesTable(r *results) string {
	table, _ := r.table(frames, fmt.Sprintf("with a processor %d times slower", slowdown), "bar: none", func(c testCase) string {
		if c.Unit != "tasks" {
			return ""
		}
		for _, sample := range c.Libraries[ours].Samples {
			if *sample > 0 {
				return "**missed**"
			}
		}
		return "met"
	})
	return table
}

// inPieces answers with ten pieces, each of which the page hears of.
func inPieces(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	w.Header().Set("Content-Length", "10000")
	piece := make([]byte, 1000)
	for i := range piece {
		piece[i] = 'a'
	}
	for range 10 {
		if _, err := w.Write(piece); err != nil {
			return
		}
		_ = http.NewResponseController(w).Flush()
	}
	_, _ = io.Copy(io.Discard, r.Body)
}
