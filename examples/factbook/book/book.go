// Package book reads The World Factbook, in the form in which tools/factbook writes it.
package book

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// An Entry is a field of a profile, such as the climate of Iceland.
type Entry struct {
	Profile string // of a country, an ocean, or the world
	Section string // such as "Geography"
	Field   string
	Text    string
}

// Read reads the first line, which says how many entries there are, and yields the entries while they arrive. After an
// error there are no more.
func Read(r io.Reader) (count int, entries iter.Seq2[Entry, error], err error) {
	lines := bufio.NewScanner(r)
	if !lines.Scan() {
		return 0, nil, fmt.Errorf("the book has no first line (%w)", lines.Err())
	}
	if _, err := fmt.Sscanf(lines.Text(), "%d entries", &count); err != nil {
		return 0, nil, fmt.Errorf("the book begins with %q, not with a number of entries: %w", lines.Text(), err)
	}
	return count, func(yield func(Entry, error) bool) {
		var now Entry
		got := 0
		for lines.Scan() {
			line := lines.Text()
			if section, is := strings.CutPrefix(line, "## "); is {
				now.Section = section
			} else if profile, is := strings.CutPrefix(line, "# "); is {
				now.Profile = profile
			} else if field, text, is := strings.Cut(line, "\t"); is {
				now.Field, now.Text = field, text
				got++
				if !yield(now, nil) {
					return
				}
			} else {
				yield(now, fmt.Errorf("after entry %d: %q is neither a profile, a section nor a field", got, line))
				return
			}
		}
		switch err := lines.Err(); {
		case err != nil:
			yield(now, err)
		case got != count:
			yield(now, fmt.Errorf("the book has %d entries, and says that it has %d", got, count))
		}
	}, nil
}
