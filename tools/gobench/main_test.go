package main

import "testing"

func TestOnlyWhatBenchstatReadsIsKept(t *testing.T) {
	kept := results("goos: js\ngoarch: wasm\npkg: a/b\ncpu: some machine\nBenchmarkX-2   10   5 ns/op\nPASS\nok   a/b  1s\n")
	if want := "goos: js\ngoarch: wasm\npkg: a/b\nBenchmarkX-2   10   5 ns/op\n"; string(kept) != want {
		t.Errorf("%q", kept)
	}
}
