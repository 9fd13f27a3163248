package main

import (
	"slices"
	"strings"
	"testing"
)

const source = `package p

func f(a, b int) int {
	if a == 0 && ok(b) {
		a += b
		note(a)
	}
	switch {
	case a < b:
		return 1
	}
	return b
}

func never() { note(1) }
`

// whole covers the first function.
var whole = []block{{3, 22, 12, 10}}

func textsOf(t *testing.T, blocks []block) []string {
	t.Helper()
	mutants, err := mutantsOf("p.go", []byte(source), blocks)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, m := range mutants {
		texts = append(texts, m.String())
	}
	return texts
}

func TestEachOperatorStatementAndConditionIsBroken(t *testing.T) {
	texts := textsOf(t, whole)
	for _, want := range []string{
		"p.go:4:7: == → !=", "p.go:4:12: && → ||", "p.go:4:10: 0 → 1",
		"p.go:4:5: a == 0 && ok(b) → (true || (a == 0 && ok(b)))", "p.go:4:5: a == 0 && ok(b) → (false && (a == 0 && ok(b)))",
		"p.go:5:5: += → -=", "p.go:5:3: a += b → if false { a += b }", "p.go:6:3: note(a) → if false { note(a) }",
		"p.go:9:9: < → <=", "p.go:9:9: < → >=", "p.go:9:7: a < b → (true || (a < b))", "p.go:10:10: 1 → 2",
	} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, "p.go:15:") }) {
		t.Error("a function that did not run is broken")
	}
}

func TestOnlyWhatRanIsBroken(t *testing.T) {
	if texts := textsOf(t, nil); len(texts) > 0 {
		t.Error(texts)
	}
	for _, text := range textsOf(t, []block{{5, 3, 6, 10}}) {
		if !strings.HasPrefix(text, "p.go:5:") && !strings.HasPrefix(text, "p.go:6:") {
			t.Error(text)
		}
	}
}

func TestAMutantIsTheFileWithOnePieceReplaced(t *testing.T) {
	mutants, err := mutantsOf("p.go", []byte(source), whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mutants {
		if m.String() == "p.go:6:3: note(a) → if false { note(a) }" {
			if want := strings.Replace(source, "note(a)", "if false { note(a) }", 1); string(m.apply()) != want {
				t.Errorf("%s", m.apply())
			}
			return
		}
	}
	t.Error("not found")
}
