package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

// results are what the page found, as it posts them and as they are written to the file.
type results struct {
	Date    string `json:"date"`
	Browser struct {
		Name     string `json:"name"`
		Version  string `json:"version"`
		Collects bool   `json:"collects"` // whether garbage was collected before each measurement
	} `json:"browser"`
	Rounds    int        `json:"rounds"`
	Least     float64    `json:"least"` // ms of work in each measurement
	Libraries []library  `json:"libraries"`
	Cases     []testCase `json:"cases"`
}

type library struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version string `json:"version"` // empty for the browser's own promises
}

type testCase struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Operations int                 `json:"operations"` // in one unit
	Libraries  map[string]measured `json:"libraries"`  // by ID; a library that lacks the operation is not there
}

type measured struct {
	Instead     string     `json:"instead,omitempty"` // what it did in place of the operation
	Units       int        `json:"units"`             // in each measurement
	Nanoseconds summary    `json:"nanoseconds"`       // per operation
	Ratio       summary    `json:"ratio"`             // how many times longer than ours it takes
	Samples     []*float64 `json:"samples"`           // nanoseconds per operation, by round; null where it was left out
}

type summary struct {
	Median float64 `json:"median"`
	Lower  float64 `json:"lower"` // quartile
	Upper  float64 `json:"upper"` // quartile
	Rounds int     `json:"rounds"`
}

// ours is the ID of this library.
const ours = "godeferred"

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
