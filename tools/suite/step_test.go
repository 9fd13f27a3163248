package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
)

func stepOf(name, group string, o outcome, needs ...string) step {
	return step{name, group, needs, func(context.Context, *project) outcome { return o }}
}

func TestAFailureDoesNotStopTheOthers(t *testing.T) {
	var out bytes.Buffer
	total := perform(context.Background(), &out, &project{}, []step{
		stepOf("a", "x", outcome{err: errors.New("why a failed"), output: "what a said"}),
		stepOf("b", "x", outcome{count: count{passed: 3}}, "a"),
		stepOf("c", "x", outcome{count: count{passed: 2, failed: 1}, output: "what c said"}),
		stepOf("d", "x", outcome{note: "up to date"}),
	})
	if want := "2 passed, 2 failed"; total.String() != want {
		t.Errorf("got %q, expected %q", total, want)
	}
	for _, want := range []string{"why a failed", "what a said", `left out: it needs "a"`, "FAILED: 2 passed, 1 failed", "what c said", "up to date"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in:\n%s", want, out.String())
		}
	}
}

func TestChooseAddsWhatIsNeeded(t *testing.T) {
	all := []step{stepOf("a", "setup", outcome{}), stepOf("b", "lint", outcome{}, "a"), stepOf("c", "unit", outcome{}, "b"), stepOf("d", "lint", outcome{})}
	for wanted, want := range map[string]string{"": "abcd", "c": "abc", "lint": "abd", "d": "d", "setup,d": "ad"} {
		var names []string
		if wanted != "" {
			names = strings.Split(wanted, ",")
		}
		chosen, err := choose(all, names)
		var got string
		for _, s := range chosen {
			got += s.name
		}
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v, expected %q", wanted, got, err, want)
		}
	}
	if _, err := choose(all, []string{"nothing"}); err == nil {
		t.Error("an unknown name was accepted")
	}
}

// choose looks needs up in the table without asking whether they are there.
func TestStepsNeedOnlyEarlierSteps(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range steps {
		for _, need := range s.needs {
			if !seen[need] {
				t.Errorf("%q needs %q, which no earlier step is called", s.name, need)
			}
		}
		if seen[s.name] {
			t.Errorf("two steps are called %q", s.name)
		}
		seen[s.name] = true
	}
}

func TestEnvironmentFitsIntoAProgramOfWasm(t *testing.T) {
	huge := "HUGE=" + strings.Repeat("x", 9000)
	if got := handedOn([]string{"PATH=/bin", huge, "GOFLAGS=-v", "GOOGLE_TOKEN=secret"}); strings.Join(got, " ") != "PATH=/bin GOFLAGS=-v" {
		t.Errorf("got %q", got)
	}
}
