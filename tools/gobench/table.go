package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// besideCases are the benchmarks of package beside: their names, and what readers are told of them.
var besideCases = []struct{ name, byHand, what, how string }{
	{"Done/one", "callbacks", "create, one `Done`, `Resolve`", "a list of callbacks, with a lock"},
	{"Done/ten", "callbacks", "create, ten `Done`, `Resolve`", "a list of callbacks, with a lock"},
	{"Await/pending", "channel", "`Await` of one that another goroutine resolves", "a channel that is closed, `select` with the context"},
	{"Await/settled", "channel", "`Await` of a settled one", "a channel that is closed, `select` with the context"},
	{"Then/one", "channels", "one `Then`, resolve, `Await`", "a goroutine between two channels"},
	{"Then/hundred", "channels", "a chain of 100 `Then`, resolve, `Await`", "a goroutine between two channels, for each"},
	{"Map/hundred", "errgroup", "`Map` of 100 items, 8 at once", "`errgroup` with a limit, results by index"},
}

// much is the ratio from which a case is named below the table.
const much = 1.5

var benchmarkLine = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// times is the median ns of each benchmark.
func times(results string) map[string]float64 {
	samples := map[string][]float64{}
	for line := range strings.Lines(results) {
		if m := benchmarkLine.FindStringSubmatch(line); m != nil {
			if ns, err := strconv.ParseFloat(m[2], 64); err == nil {
				samples[m[1]] = append(samples[m[1]], ns)
			}
		}
	}
	medians := map[string]float64{}
	for name, s := range samples {
		slices.Sort(s)
		medians[name] = (s[len(s)/2] + s[(len(s)-1)/2]) / 2
	}
	return medians
}

// besideTable has, for each platform, our time, that by hand, and how many times as much ours is.
func besideTable(native, wasm map[string]float64) string {
	var table strings.Builder
	table.WriteString("| ns per operation | by hand | native | by hand | ratio | wasm | by hand | ratio |\n")
	table.WriteString("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	var slow []string
	measured := 0
	for _, c := range besideCases {
		fmt.Fprintf(&table, "| %s | %s |", c.what, c.how)
		for _, p := range []struct {
			name  string
			times map[string]float64
		}{{"natively", native}, {"as wasm", wasm}} {
			ours, byHand := p.times[c.name+"/deferred"], p.times[c.name+"/"+c.byHand]
			if ours == 0 || byHand == 0 {
				table.WriteString(" – | – | – |")
				continue
			}
			measured++
			ratio := ours / byHand
			fmt.Fprintf(&table, " %.0f | %.0f | %.2f |", ours, byHand, ratio)
			if ratio > much {
				slow = append(slow, fmt.Sprintf("%s %s (%.1f)", c.what, p.name, ratio))
			}
		}
		table.WriteByte('\n')
	}
	switch {
	case measured == 0:
		table.WriteString("\nNot recorded yet.\n")
	case len(slow) == 0:
		fmt.Fprintf(&table, "\nNothing takes more than %.1f times as long as by hand.\n", much)
	default:
		fmt.Fprintf(&table, "\nMore than %.1f times as long as by hand: %s.\n", much, strings.Join(slow, "; "))
	}
	return table.String()
}

// The marks of the table's place in docs/BENCHMARKS.md.
const (
	startMark = "<!-- gobench:start -->\n\n"
	endMark   = "\n<!-- gobench:end -->"
)

// withTable puts the table between the marks.
func withTable(document, table string) (string, error) {
	before, rest, started := strings.Cut(document, startMark)
	_, after, ended := strings.Cut(rest, endMark)
	if !started || !ended {
		return "", fmt.Errorf("docs/BENCHMARKS.md needs %q and, after it, %q", startMark, endMark)
	}
	return before + startMark + table + endMark + after, nil
}

// recordedTable is that of the files in docs/benchmarks.
func recordedTable(root string) (string, error) {
	var found [2]map[string]float64
	for i, platform := range []string{"native", "wasm"} {
		text, err := os.ReadFile(recordedFile(root, platform))
		if err != nil {
			return "", err
		}
		found[i] = times(string(text))
	}
	return besideTable(found[0], found[1]), nil
}

func recordedFile(root, platform string) string {
	return filepath.Join(root, "docs", "benchmarks", "go-"+platform+".txt")
}

func writeTable(root string) error {
	table, err := recordedTable(root)
	if err != nil {
		return err
	}
	file := filepath.Join(root, "docs", "BENCHMARKS.md")
	document, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text, err := withTable(string(document), table)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}
