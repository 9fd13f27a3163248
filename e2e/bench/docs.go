package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Where the project keeps what was measured.
func resultsFile(root string, b harness.Browser) string {
	return filepath.Join(root, "docs", "benchmarks", string(b)+".json")
}

// writeDocs puts the tables of the kept results into the documents.
func writeDocs(root string) error {
	found := map[harness.Browser]*results{}
	for _, b := range harness.Browsers {
		r, err := readResults(resultsFile(root, b))
		if err != nil {
			return err
		}
		found[b] = r
	}
	for name, text := range documents(found) {
		if err := rewrite(filepath.Join(root, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

// documents is what stands between the marks of each document.
func documents(found map[harness.Browser]*results) map[string]string {
	var all strings.Builder
	fmt.Fprintf(&all, "## Bars\n\n%s", barsTable(found))
	for _, b := range harness.Browsers {
		fmt.Fprintf(&all, "\n## %s\n\n%s", found[b].Browser.Name, browserTables(found[b]))
	}
	return map[string]string{
		"docs/BENCHMARKS.md": all.String(),
		"README.md":          shortTable(found[harness.Chromium], found[harness.Firefox]),
	}
}

// browserTables is one table for each group that was measured.
func browserTables(r *results) string {
	var text strings.Builder
	text.WriteString(worksTable(r))
	for _, g := range []struct {
		group    group
		heading  string
		compared string
		note     string
	}{
		{ready, "ms from the navigation", "bare", ""},
		{script, "ms of processor time", "jquery4", ""},
		{memory, "bytes each", "jquery4", ""},
		{program, "µs", byHand, ""},
	} {
		for _, c := range r.Cases {
			if c.Group == g.group {
				fmt.Fprintf(&text, "\n%s", groupTable(r, g.group, g.heading, g.compared))
				break
			}
		}
	}
	return text.String()
}

// shortTable is for readers who want one figure a row.
func shortTable(chromium, firefox *results) string {
	rows := [][]string{{
		"ns per operation, " + chromium.Browser.Name, chromium.title(ours), chromium.title(reference), "native promises",
		"times faster than jQuery 4", "in " + firefox.Browser.Name,
	}}
	var notes notes
	for _, c := range chromium.Cases {
		if c.Group != work {
			continue
		}
		row := []string{c.Name}
		for _, id := range []string{ours, reference, "native"} {
			row = append(row, chromium.cell(c, library{ID: id}, &notes, func(m measured) string { return figure(m.Value.Median) }))
		}
		for _, r := range []*results{chromium, firefox} {
			faster := "–"
			if same, ok := r.named(c.ID); ok {
				faster = "**" + figure(same.Libraries[reference].Ratio.Median) + "**"
			}
			row = append(row, faster)
		}
		rows = append(rows, row)
	}
	return markdown(rows) + "\n" + chromium.circumstances() + notes.String()
}

// readMarkedDocs tells early that a document has no place for the tables.
func readMarkedDocs(root string) error {
	for _, name := range []string{"docs/BENCHMARKS.md", "README.md"} {
		if _, err := readMarked(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	return os.MkdirAll(filepath.Join(root, "docs", "benchmarks"), 0o755)
}
