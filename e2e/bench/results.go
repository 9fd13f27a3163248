package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
)

// results are what was found in one browser, as they are written to the file. What the page of cases posts is the same.
type results struct {
	Date    string `json:"date"`
	Browser struct {
		Name     string `json:"name"`
		Version  string `json:"version"`
		Collects bool   `json:"collects"` // whether garbage was collected before each measurement
	} `json:"browser"`
	Rounds    int        `json:"rounds"`
	Least     float64    `json:"least"`            // ms of work in each measurement of the group "work"
	Checks    []check    `json:"checks,omitempty"` // of the machine, before and after
	Libraries []library  `json:"libraries"`
	Cases     []testCase `json:"cases"`
}

type library struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version string `json:"version"` // empty for the browser's own promises
}

// A group is the cases that stand in one table, because they have one unit.
type group string

const (
	work   group = "work"   // ns per operation
	ready  group = "ready"  // ms from the navigation
	script group = "script" // ms of the main thread's time
	memory group = "memory" // bytes
	size   group = "size"   // bytes
	depth  group = "depth"  // callbacks

	program group = "program" // µs
	frames  group = "frames"  // tasks of more than 50 ms, and ms
)

type testCase struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Group      group               `json:"group"`
	Unit       string              `json:"unit"`
	Operations int                 `json:"operations"` // in one unit of work
	Libraries  map[string]measured `json:"libraries"`  // by ID; a library that lacks the operation is not there
}

type measured struct {
	Instead string     `json:"instead,omitempty"` // what it did in place of the operation
	Units   int        `json:"units"`             // of work, in each measurement
	Value   summary    `json:"value"`             // per operation
	Ratio   summary    `json:"ratio"`             // how many times more than ours
	Samples []*float64 `json:"samples"`           // per operation, by round; null where it was left out
}

// ours is the ID of this library.
const ours = "godeferred"

// thenable is the ID of the least object that can be awaited, which is measured with that case alone.
const thenable = "thenable"

// A report is what the page posts: results, or why there are none.
type report struct {
	Error string `json:"error,omitempty"`
	Stack string `json:"stack,omitempty"`
	results
}

func decode(body []byte) (*results, error) {
	var r report
	if err := json.Unmarshal(body, &r); err != nil {
		return nil, fmt.Errorf("read what the page posted: %w", err)
	}
	if r.Error != "" {
		return nil, fmt.Errorf("the page: %s\n%s", r.Error, r.Stack)
	}
	if len(r.Cases) == 0 || len(r.Libraries) == 0 {
		return nil, errors.New("the page posted no results")
	}
	for _, c := range r.Cases {
		if _, ok := c.Libraries[ours]; !ok {
			return nil, fmt.Errorf("the page posted no results of %s for %q", ours, c.Name)
		}
	}
	return &r.results, nil
}

func (r *results) write(file string) error {
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

func readResults(file string) (*results, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var r results
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &r, nil
}

// named answers a case by its ID.
func (r *results) named(id string) (testCase, bool) {
	for _, c := range r.Cases {
		if c.ID == id {
			return c, true
		}
	}
	return testCase{}, false
}

// amended is the kept results with the cases of others in place of theirs. Those of the group work stay: a run without
// that part measures one of them, for the versions.
func amended(file string, others *results) (*results, error) {
	kept, err := readResults(file)
	if err != nil {
		return nil, err
	}
	for _, l := range others.Libraries {
		if !slices.ContainsFunc(kept.Libraries, func(k library) bool { return k.ID == l.ID }) {
			kept.Libraries = append(kept.Libraries, l)
		}
	}
	for _, c := range others.Cases {
		if c.Group == work {
			continue
		}
		kept.Cases = append(slices.DeleteFunc(kept.Cases, func(k testCase) bool { return k.ID == c.ID }), c)
	}
	return kept, nil
}
