package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Where the project keeps what was measured.
func resultsFile(root string, b harness.Browser) string {
	return filepath.Join(root, "docs", "benchmarks", string(b)+".json")
}

// writeDocs puts the tables of the kept results into the documents.
func writeDocs(root string) error {
	found, err := kept(root)
	if err != nil {
		return err
	}
	for name, text := range documents(found) {
		if err := rewrite(filepath.Join(root, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

// kept is the results that are there: a browser that was not measured yet has none.
func kept(root string) (map[harness.Browser]*results, error) {
	found := map[harness.Browser]*results{}
	for _, b := range harness.Engines {
		r, err := readResults(resultsFile(root, b))
		if errors.Is(err, fs.ErrNotExist) && b != harness.Chromium {
			continue
		}
		if err != nil {
			return nil, err
		}
		found[b] = r
	}
	return found, nil
}

// measuredBrowsers is those that have results, in the order of the tables.
func measuredBrowsers(found map[harness.Browser]*results) []harness.Browser {
	return slices.DeleteFunc(slices.Clone(harness.Engines), func(b harness.Browser) bool { return found[b] == nil })
}

// documents is what stands between the marks of each document.
func documents(found map[harness.Browser]*results) map[string]string {
	var all strings.Builder
	fmt.Fprintf(&all, "## Bars\n\n%s", barsTable(found))
	for _, b := range measuredBrowsers(found) {
		fmt.Fprintf(&all, "\n## %s\n\n%s", found[b].Browser.Name, browserTables(found[b]))
	}
	return map[string]string{
		"docs/BENCHMARKS.md": all.String(),
		"README.md":          shortTable(found),
	}
}

// browserTables is one table for each group that was measured.
func browserTables(r *results) string {
	var text strings.Builder
	if slices.ContainsFunc(r.Cases, func(c testCase) bool { return c.Group == work }) {
		text.WriteString(worksTable(r))
	}
	for _, g := range []struct {
		group    group
		heading  string
		compared string
		note     string
	}{
		{ready, "ms from the navigation", "bare", ""},
		{script, "ms of processor time", "jquery4", ""},
		{memory, "bytes each", "jquery4", ""},
		{size, "bytes to download, with brotli", "jquery4", ""},
		{depth, "callbacks", "jquery4", ""},
		{program, "µs", byHand, ""},
	} {
		for _, c := range r.Cases {
			if c.Group == g.group {
				fmt.Fprintf(&text, "\n%s", groupTable(r, g.group, g.heading, g.compared))
				break
			}
		}
	}
	if slices.ContainsFunc(r.Cases, func(c testCase) bool { return c.Group == frames }) {
		fmt.Fprintf(&text, "\n%s", framesTable(r))
	}
	return text.String()
}

// shortTable is for readers who want one figure a row: the times in Chromium, and how many times faster in each browser.
func shortTable(found map[harness.Browser]*results) string {
	chromium := found[harness.Chromium]
	rows := [][]string{{
		"ns per operation, " + chromium.Browser.Name, chromium.title(ours), chromium.title(reference), "native promises",
		"times faster than jQuery 4",
	}}
	browsers := measuredBrowsers(found)
	for _, b := range browsers {
		if b != harness.Chromium {
			rows[0] = append(rows[0], "in "+found[b].Browser.Name)
		}
	}
	var notes notes
	for _, c := range chromium.Cases {
		if c.Group != work {
			continue
		}
		row := []string{c.Name}
		for _, id := range []string{ours, reference, "native"} {
			row = append(row, chromium.cell(c, library{ID: id}, &notes, func(m measured) string { return figure(m.Value.Median) }))
		}
		for _, b := range browsers {
			faster := "–"
			if same, ok := found[b].named(c.ID); ok {
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
