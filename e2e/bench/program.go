package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/godeferred/godeferred/e2e/harness"
)

// byHand is what a Go program has without a library: promises by js.FuncOf, and numbers one by one.
const byHand = "byHand"

// How many calls one measurement has, and how many float32 go there and back.
const (
	callsInSequence = 500
	callsAtOnce     = 2000
	floats          = 1_000_000
)

// measureProgram is what calls of a page's own Go program cost. The program has both ways.
func measureProgram(ctx context.Context, d *devtools, rounds int, say func(string)) ([]testCase, error) {
	// With the builder's flags for speed and size: see internal/build/wasm.go.
	wasm, err := buildProgram(ctx, harness.Root(), "./internal/pageprogram", "-gcflags=all=-l", "-gcflags=runtime=")
	if err != nil {
		return nil, err
	}
	server, err := serve(harness.Root(), func(mux *http.ServeMux) {
		mux.HandleFunc("GET /program.wasm", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/wasm")
			_, _ = w.Write(wasm)
		})
	})
	if err != nil {
		return nil, err
	}
	defer server.close()
	if err := d.open(server.url+"/bench/program.html", "program"); err != nil {
		return nil, err
	}
	var cases []testCase
	for _, m := range []struct {
		id, name, unit, call string
		count                int
	}{
		{"calls", "page → Go → page, one call after the other", "µs", "sequence", callsInSequence},
		{"callsAtOnce", fmt.Sprintf("the same, %d at once", callsAtOnce), "µs", "atOnce", callsAtOnce},
		{"floats", "1,000,000 `float32` there and back", "µs", "floats", floats},
	} {
		say(m.name)
		samples := map[string][]float64{}
		for round := range rounds + 1 {
			for i := range 2 {
				library := []string{ours, byHand}[(round+i)%2]
				took, err := d.number(fmt.Sprintf("%s(%q, %d)", m.call, library, m.count))
				if err != nil {
					return nil, err
				}
				if round > 0 { // the first compiles
					samples[library] = append(samples[library], took)
				}
			}
		}
		c := testCase{ID: m.id, Name: m.name, Group: program, Unit: m.unit}
		c.fill(samples)
		cases = append(cases, c)
	}
	return cases, nil
}
