package main

import (
	"slices"
	"strings"
)

// results are the tests of one go test, by package and name. The test "" stands for the package itself.
type results struct {
	order  []testID
	states map[testID]string // the last action: "run", "pass", "fail", "skip"
	output map[testID]*strings.Builder
	parent map[testID]bool // has subtests
}

type testID struct{ pkg, test string }

// noise marks lines of wasmbrowsertest, whose DevTools library is older than the browser and says so for each request.
const noise = "could not unmarshal event:"

func newResults() *results {
	return &results{states: map[testID]string{}, output: map[testID]*strings.Builder{}, parent: map[testID]bool{}}
}

func (r *results) add(e event) {
	pkg := e.Package
	if pkg == "" {
		// What the compiler says comes under "path/of/package [path/of/package.test]".
		pkg, _, _ = strings.Cut(e.ImportPath, " ")
	}
	id := testID{pkg, e.Test}
	if r.output[id] == nil {
		r.output[id] = &strings.Builder{}
		r.order = append(r.order, id)
		for up := above(id); up.test != ""; up = above(up) {
			r.parent[up] = true
		}
	}
	switch e.Action {
	case "output", "build-output":
		if !strings.Contains(e.Output, noise) {
			r.output[id].WriteString(e.Output)
		}
	case "run", "pass", "fail", "skip":
		r.states[id] = e.Action
	case "build-fail":
		r.states[id] = "fail"
	}
}

// above is the test that id is a subtest of; its name is "" when there is none.
func above(id testID) testID {
	slash := strings.LastIndexByte(id.test, '/')
	return testID{id.pkg, id.test[:max(slash, 0)]}
}

// failed are the tests to blame: a failed test whose subtests all passed, and a failed package whose tests all passed
// (it did not compile, panicked, or leaked), are to blame themselves. So is a test that began and never ended.
func (r *results) failed() []testID {
	blamed := map[testID]bool{} // has a failure below
	var ids []testID
	// Subtests come after their parents in order, and a package is named last or first: so sort by depth instead.
	byDepth := slices.Clone(r.order)
	slices.SortStableFunc(byDepth, func(a, b testID) int { return depth(b) - depth(a) })
	for _, id := range byDepth {
		if state := r.states[id]; (state == "fail" || state == "run") && !blamed[id] {
			ids = append(ids, id)
		} else if !blamed[id] {
			continue
		}
		if id.test != "" {
			blamed[above(id)] = true
		}
	}
	slices.SortStableFunc(ids, func(a, b testID) int { return slices.Index(r.order, a) - slices.Index(r.order, b) })
	return ids
}

func depth(id testID) int {
	if id.test == "" {
		return 0
	}
	return 1 + strings.Count(id.test, "/")
}

func (r *results) count() count {
	c := count{failed: len(r.failed())}
	for id, state := range r.states {
		switch {
		case id.test == "" || r.parent[id]:
		case state == "pass":
			c.passed++
		case state == "skip":
			c.skipped++
		}
	}
	return c
}

// failures is what the tests to blame printed, and what was printed outside any test of their packages.
func (r *results) failures() string {
	var text strings.Builder
	shown := map[testID]bool{}
	show := func(id testID) {
		if !shown[id] && r.output[id] != nil {
			shown[id] = true
			text.WriteString(r.output[id].String())
		}
	}
	for _, id := range r.failed() {
		text.WriteString("--- " + strings.TrimSpace(id.pkg+" "+id.test) + "\n")
		show(id)
		show(testID{id.pkg, ""})
	}
	return text.String()
}
