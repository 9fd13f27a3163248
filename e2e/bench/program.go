package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/godeferred/godeferred/e2e/harness"
)

// byHand is what a Go program has without a library: promises by js.FuncOf, numbers one by one, structs by their fields.
const byHand = "byHand"

// How many calls one measurement has, and how many float32 go there and back.
const (
	callsInSequence = 500
	callsAtOnce     = 2000
	floats          = 1_000_000
)

// warmUp is how many rounds are not counted: V8 compiles a wasm anew, function by function, while it runs. After one round
// of each, half of a program's functions were still slow.
const warmUp = 4

// A programPage measures a Go program that has both ways.
type programPage struct {
	part    string // of a run
	program string // its package
	page    string // in bench/
	cases   []programCase
}

// A programCase is measured by a global function of the page's, which answers µs.
type programCase struct {
	id, name, call string
	count          int
}

// callsPage is what calls of a page's own Go program cost.
var callsPage = programPage{"program", "./internal/pageprogram", "program.html", []programCase{
	{"calls", "page → Go → page, one call after the other", "sequence", callsInSequence},
	{"callsAtOnce", fmt.Sprintf("the same, %d at once", callsAtOnce), "atOnce", callsAtOnce},
	{"floats", "1,000,000 `float32` there and back", "floats", floats},
}}

// exportsPage is what values of typed exports cost.
var exportsPage = programPage{"exports", "./internal/generate/testdata/speed", "exports.html", []programCase{
	{"struct", "typed export: a struct of 10 fields there and back", "struct", callsInSequence},
	{"bytes", "typed export: 10 MB of bytes to Go", "bytes", 20},
	{"list", "typed export: 1,000 structs to the page (by hand: `encoding/json`)", "list", 20},
}}

func measureProgram(ctx context.Context, d *devtools, p programPage, rounds int, say func(string)) ([]testCase, error) {
	// With the builder's flags for speed and size: see internal/build/wasm.go.
	wasm, err := buildProgram(ctx, harness.Root(), p.program, "-gcflags=all=-l", "-gcflags=runtime=")
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
	if err := d.open(server.url+"/bench/"+p.page, "program"); err != nil {
		return nil, err
	}
	var cases []testCase
	for _, m := range p.cases {
		say(m.name)
		samples := map[string][]float64{}
		for round := range rounds + warmUp {
			for i := range 2 {
				library := []string{ours, byHand}[(round+i)%2]
				took, err := d.number(fmt.Sprintf("%s(%q, %d)", m.call, library, m.count))
				if err != nil {
					return nil, err
				}
				if round >= warmUp {
					samples[library] = append(samples[library], took)
				}
			}
		}
		c := testCase{ID: m.id, Name: m.name, Group: program, Unit: "µs"}
		c.fill(samples)
		cases = append(cases, c)
	}
	return cases, nil
}
