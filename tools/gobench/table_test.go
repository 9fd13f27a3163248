package main

import (
	"os"
	"strings"
	"testing"
)

func TestRatiosAreThoseOfMedians(t *testing.T) {
	native := times("BenchmarkDone/one/deferred-2  10  90 ns/op  1 B/op\nBenchmarkDone/one/deferred-2  10  300 ns/op\n" +
		"BenchmarkDone/one/deferred-2  10  100.5 ns/op\nBenchmarkDone/one/callbacks-2  10  50 ns/op\n")
	wasm := times("BenchmarkDone/one/deferred  10  120 ns/op\nBenchmarkDone/one/callbacks  10  100 ns/op\n")
	table := besideTable(native, wasm)
	if row := "| 100 | 50 | 2.01 | 120 | 100 | 1.20 |\n"; !strings.Contains(table, row) {
		t.Errorf("%s\nhas no %s", table, row)
	}
	if said := "More than 1.5 times as long as by hand: create, one `Done`, `Resolve` natively (2.0).\n"; !strings.Contains(table, said) {
		t.Errorf("%s\nsays not %s", table, said)
	}
	if !strings.Contains(besideTable(nil, wasm), "| – | – | – | 120 | 100 | 1.20 |\n") {
		t.Error("what was not measured natively has figures")
	}
	if !strings.Contains(besideTable(nil, nil), "Not recorded yet.") {
		t.Error("a table without figures does not say so")
	}
}

// Each case has the names of its two benchmarks.
func TestEachCaseIsBenchmarked(t *testing.T) {
	source, err := os.ReadFile("beside/beside_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range besideCases {
		function, _, _ := strings.Cut(c.name, "/")
		for _, text := range []string{"func Benchmark" + function + "(", `"` + c.byHand + `"`} {
			if !strings.Contains(string(source), text) {
				t.Errorf("%s: package beside has no %s", c.name, text)
			}
		}
	}
}

func TestTheDocumentHasTheRecordedFigures(t *testing.T) {
	table, err := recordedTable("../..")
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile("../../docs/BENCHMARKS.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := withTable(string(document), table)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(document) {
		t.Error("`cd tools && go run ./gobench -root .. -table` writes the table anew")
	}
}
