package main

import (
	"strings"
	"testing"
)

func TestCountsTestsWithoutSubtests(t *testing.T) {
	rows := []struct {
		name, events string
		want         count
		blamed       string
	}{
		{"one that passes", `run T; pass T; pass`, count{passed: 1}, ""},
		{"a parent is not counted", `run T; run T/a; run T/b; pass T/a; skip T/b; pass T; pass`, count{passed: 1, skipped: 1}, ""},
		{"a failing subtest is blamed alone", `run T; run T/a; fail T/a; fail T; fail`, count{failed: 1}, "T/a"},
		{"a failing grandchild is blamed alone", `run T; run T/a; run T/a/b; fail T/a/b; fail T/a; fail T; fail`, count{failed: 1}, "T/a/b"},
		{"a parent fails by itself", `run T; run T/a; pass T/a; fail T; fail`, count{passed: 1, failed: 1}, "T"},
		{"a package fails by itself", `run T; pass T; fail`, count{passed: 1, failed: 1}, ""},
		{"a package that does not compile", `build-fail; fail`, count{failed: 1}, ""},
		{"a test that never ended", `run T; pass T; run U; fail`, count{passed: 1, failed: 1}, "U"},
		{"names that begin alike", `run T; run Tx; pass T; pass Tx; pass`, count{passed: 2}, ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := newResults()
			for e := range strings.SplitSeq(row.events, "; ") {
				action, test, _ := strings.Cut(e, " ")
				r.add(event{Action: action, Package: "p", Test: test})
			}
			if got := r.count(); got != row.want {
				t.Errorf("got %v, expected %v", got, row.want)
			}
			if row.want.failed == 1 && r.failed()[0].test != row.blamed {
				t.Errorf("blamed %q, expected %q", r.failed()[0].test, row.blamed)
			}
		})
	}
}

func TestReadKeepsWhatFailedTestsPrinted(t *testing.T) {
	r := newResults()
	err := r.read(strings.NewReader(`{"Action":"run","Package":"p","Test":"T"}
{"Action":"output","Package":"p","Test":"T","Output":"why\n"}
{"Action":"run","Package":"p","Test":"U"}
{"Action":"output","Package":"p","Test":"U","Output":"noise\n"}
not JSON at all
{"Action":"pass","Package":"p","Test":"U"}
{"Action":"fail","Package":"p","Test":"T"}
{"Action":"fail","Package":"p"}`))
	if err != nil {
		t.Fatal(err)
	}
	if text := r.failures(); !strings.Contains(text, "why") || strings.Contains(text, "noise") {
		t.Errorf("got %q", text)
	}
}

func TestCompilerOutputBelongsToItsPackage(t *testing.T) {
	r := newResults()
	r.add(event{Action: "build-output", ImportPath: "p [p.test]", Output: "undefined: x\n"})
	r.add(event{Action: "build-fail", ImportPath: "p [p.test]"})
	r.add(event{Action: "fail", Package: "p"})
	if got := r.count(); got != (count{failed: 1}) {
		t.Errorf("got %v", got)
	}
	if text := r.failures(); !strings.Contains(text, "undefined: x") {
		t.Errorf("got %q", text)
	}
}
