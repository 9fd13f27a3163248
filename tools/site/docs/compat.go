package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A difference is a row of a table of COMPAT.md.
type difference struct {
	section           string // the heading above it
	jquery, ours, why string
	names             map[string]bool // of functions and methods that it speaks of
}

// topicsOf says which section of COMPAT.md speaks of a topic.
var differencesOf = map[string][]string{
	"deferreds": {"Deferred"}, "promises": {"Deferred"}, "joins": {"when", "Deferred"},
	"requests": {"Requests"}, "caches": {"Requests"},
	"animations": {"Animations, queues, events"}, "queues": {"Animations, queues, events"}, "events": {"Animations, queues, events"},
	"collection": {"The collection"}, "functions": {"The collection"}, "jquery": {"In a page's jQuery"},
}

// A name in code: `then`, `$.map`, `.show(400)`, `abort([reason])`.
var nameInCode = regexp.MustCompile("`(?:\\$|\\$\\(…\\)|jQuery|promise|godeferred)?\\.?(\\w+)(?:\\([^`]*\\))?`")

func readCompat(root string) (rows []difference, err error) {
	text, err := os.ReadFile(filepath.Join(root, "COMPAT.md"))
	if err != nil {
		return nil, err
	}
	section, inTable := "", false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if heading, is := strings.CutPrefix(line, "## "); is {
			section, inTable = heading, false
			continue
		}
		if !strings.HasPrefix(line, "| ") {
			inTable = false
			continue
		}
		if strings.HasPrefix(line, "| ---") {
			inTable = true
			continue
		}
		if !inTable {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != 3 {
			return nil, fmt.Errorf("COMPAT.md: the row %q has %d cells", line, len(cells))
		}
		d := difference{section, cells[0], cells[1], cells[2], map[string]bool{}}
		for _, found := range nameInCode.FindAllStringSubmatch(d.jquery+" "+d.ours, -1) {
			d.names[found[1]] = true
		}
		rows = append(rows, d)
	}
	if len(rows) < 80 {
		return nil, fmt.Errorf("COMPAT.md has only %d rows that can be read", len(rows))
	}
	return rows, nil
}

// differences finds the rows that speak of a name.
func (a *api) differences(e *entry) (found []difference) {
	for _, section := range differencesOf[e.topic.id] {
		for _, d := range a.compat {
			if d.section == section && d.names[e.name] {
				found = append(found, d)
			}
		}
	}
	return found
}
