package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/mod/semver"
)

// unreleased is the heading of the changes that no version has yet.
const unreleased = "Unreleased"

// A change is a part of CHANGELOG.md: a version's, or that of the unreleased changes.
type change struct {
	version string    // or unreleased
	date    time.Time // zero where there is none
	text    string
}

var changeHeading = regexp.MustCompile(`^(\S+)(?: – (\d{4}-\d\d-\d\d))?$`)

// readChanges reads the headings "## Unreleased", "## 1.2.3" and "## 1.2.3 – 2006-01-02", and the text below each.
func readChanges(text string) (changes []change, err error) {
	for _, part := range strings.Split("\n"+text, "\n## ")[1:] {
		heading, below, _ := strings.Cut(part, "\n")
		found := changeHeading.FindStringSubmatch(heading)
		if found == nil {
			return nil, fmt.Errorf("CHANGELOG.md has the heading %q: expected \"Unreleased\" or \"1.2.3 – 2006-01-02\"", heading)
		}
		c := change{version: found[1], text: strings.TrimSpace(below)}
		if found[2] != "" {
			if c.date, err = time.Parse(time.DateOnly, found[2]); err != nil {
				return nil, fmt.Errorf("CHANGELOG.md, %s: %w", c.version, err)
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// orderProblems says where the newest is not first.
func orderProblems(changes []change) (list []error) {
	var above *change // the version before
	for i := range changes {
		c := &changes[i]
		switch {
		case c.version == unreleased && i > 0:
			list = append(list, fmt.Errorf("CHANGELOG.md: %q is not the first part", unreleased))
		case c.version == unreleased:
			continue
		case !semver.IsValid("v" + c.version):
			list = append(list, fmt.Errorf("CHANGELOG.md: %q is not a semantic version", c.version))
		case above != nil && semver.Compare("v"+above.version, "v"+c.version) <= 0:
			list = append(list, fmt.Errorf("CHANGELOG.md: %s is above %s", above.version, c.version))
		case above != nil && !c.date.IsZero() && above.date.Before(c.date):
			list = append(list, fmt.Errorf("CHANGELOG.md: %s has no date, or an older one than %s", above.version, c.version))
		}
		above = c
	}
	return list
}
