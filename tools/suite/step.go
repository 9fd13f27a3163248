package main

import (
	"context"
	"fmt"
	"slices"
)

// A step is one line of the suite's output. It runs only if all steps that it needs have succeeded.
type step struct {
	name  string
	group string
	needs []string
	run   func(ctx context.Context, p *project) outcome
}

// An outcome is what a step found. A step failed if err is set or a test failed.
type outcome struct {
	count  count
	note   string // a short remark on success: "up to date"
	output string // printed on failure only
	err    error
}

func (o outcome) ok() bool { return o.err == nil && o.count.failed == 0 }

// A count is of tests: those without subtests, and a failed check that is not a test counts as one that failed.
type count struct{ passed, failed, skipped int }

func (c count) tests() int { return c.passed + c.failed + c.skipped }

func (c count) plus(other count) count {
	return count{c.passed + other.passed, c.failed + other.failed, c.skipped + other.skipped}
}

// String is the suite's last line, which continuous integration reads.
func (c count) String() string {
	text := fmt.Sprintf("%d passed, %d failed", c.passed, c.failed)
	if c.skipped > 0 {
		text += fmt.Sprintf(", %d skipped", c.skipped)
	}
	return text
}

// choose answers the steps named by wanted (names or groups; none: all) and all that they need, in the order of all.
func choose(all []step, wanted []string) ([]step, error) {
	if len(wanted) == 0 {
		return all, nil
	}
	chosen := map[string]bool{}
	var add func(s step)
	add = func(s step) {
		if chosen[s.name] {
			return
		}
		chosen[s.name] = true
		for _, need := range s.needs {
			add(all[slices.IndexFunc(all, func(s step) bool { return s.name == need })])
		}
	}
	for _, name := range wanted {
		found := false
		for _, s := range all {
			if s.name == name || s.group == name {
				found = true
				add(s)
			}
		}
		if !found {
			return nil, fmt.Errorf("no step or group is called %q (-list shows them)", name)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(s step) bool { return !chosen[s.name] }), nil
}
