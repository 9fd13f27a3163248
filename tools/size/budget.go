package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// A limit is how many bytes some files of dist may have together, by their paths there.
type limit struct {
	files []string
	bytes int64
}

func (l limit) name() string { return strings.Join(l.files, " + ") }

// readBudget reads an object of limits: a path, or several with " + " between them, or names of a module (see
// shaken.go), and a number of bytes.
func readBudget(file string) ([]limit, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var budget map[string]int64
	if err := json.Unmarshal(text, &budget); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var limits []limit
	for names, bytes := range budget {
		if bytes <= 0 {
			return nil, fmt.Errorf("%s: %q is %d, and must be a number of bytes above 0", file, names, bytes)
		}
		files := []string{names}
		if _, _, is := namesOf(names); !is {
			files = strings.Split(names, " + ")
		}
		limits = append(limits, limit{files, bytes})
	}
	if len(limits) == 0 {
		return nil, fmt.Errorf("%s has no limits", file)
	}
	slices.SortFunc(limits, func(a, b limit) int { return strings.Compare(a.name(), b.name()) })
	return limits, nil
}

// compare answers a line for each limit, and an error that names those which are exceeded, or cannot be told.
func compare(limits []limit, sizeOf func(name string) (int64, error)) ([]line, error) {
	var lines []line
	var problems []error
	for _, l := range limits {
		var sum int64
		for _, name := range l.files {
			size, err := sizeOf(name)
			if err != nil {
				problems = append(problems, err)
			}
			sum += size
		}
		lines = append(lines, line{l.name(), sum, fmt.Sprintf("%.1f %% of %s", 100*float64(sum)/float64(l.bytes), thousands(l.bytes))})
		if sum > l.bytes {
			problems = append(problems, fmt.Errorf("%s: %s bytes, %s more than size/budget.json allows",
				l.name(), thousands(sum), thousands(sum-l.bytes)))
		}
	}
	return lines, errors.Join(problems...)
}
