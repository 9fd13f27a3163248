package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// reference is the library that the table of times compares with.
const reference = "jquery4"

// timesTable is the table of medians, with how many times faster this runtime is than jQuery 4.
func timesTable(r *results) string {
	rows := [][]string{{"ns per operation"}}
	for _, l := range r.Libraries {
		rows[0] = append(rows[0], l.title())
	}
	rows[0] = append(rows[0], "times faster than jQuery 4")
	var notes notes
	for _, c := range r.Cases {
		row := []string{c.Name}
		for _, l := range r.Libraries {
			row = append(row, cell(c, l, r.Rounds, &notes, func(m measured) string { return figure(m.Nanoseconds.Median) }))
		}
		faster := "–"
		if m, ok := c.Libraries[reference]; ok {
			faster = "**" + figure(m.Ratio.Median) + "**"
		}
		rows = append(rows, append(row, faster))
	}
	return markdown(rows) + "\n" + r.circumstances() + notes.String()
}

// ratiosTable is how many times longer than this runtime each of the others takes, with the spread.
func ratiosTable(r *results) string {
	others := slices.DeleteFunc(slices.Clone(r.Libraries), func(l library) bool { return l.ID == ours })
	rows := [][]string{{"time, in times godeferred's"}}
	for _, l := range others {
		rows[0] = append(rows[0], l.title())
	}
	var notes notes
	for _, c := range r.Cases {
		row := []string{c.Name}
		for _, l := range others {
			row = append(row, cell(c, l, r.Rounds, &notes, func(m measured) string {
				return fmt.Sprintf("%s (%s to %s)", figure(m.Ratio.Median), figure(m.Ratio.Lower), figure(m.Ratio.Upper))
			}))
		}
		rows = append(rows, row)
	}
	return markdown(rows) + "\nMedians of the ratios within each round; in brackets, between which half of them lie." + notes.String()
}

func (l library) title() string { return strings.TrimSpace(l.Name + " " + l.Version) }

func (r *results) circumstances() string {
	garbage := ""
	if r.Browser.Collects {
		garbage = ", garbage collected before each"
	}
	return fmt.Sprintf("%s %s, %s: medians of %d rounds that alternate between the libraries, each of at least %s ms%s. "+
		"“Times faster” is the median of the ratios within each round.",
		r.Browser.Name, r.Browser.Version, r.Date, r.Rounds, figure(r.Least), garbage)
}

// cell is one library's figure, marked where it is not quite what the row says.
func cell(c testCase, l library, rounds int, notes *notes, text func(measured) string) string {
	m, ok := c.Libraries[l.ID]
	if !ok {
		return "–"
	}
	mark := ""
	if m.Instead != "" {
		mark += notes.mark(fmt.Sprintf("with `%s`, the closest that promises have, which is asynchronous.", m.Instead))
	}
	if measuredRounds := m.Nanoseconds.Rounds; measuredRounds < rounds {
		mark += notes.mark(fmt.Sprintf("measured in %d rounds of %d × %s only, because it takes so long.",
			measuredRounds, m.Units, thousands(float64(c.Operations))))
	}
	return text(m) + mark
}

// notes are what is said below a table, each numbered where it first appears.
type notes []string

func (n *notes) mark(text string) string {
	i := slices.Index(*n, text)
	if i < 0 {
		i = len(*n)
		*n = append(*n, text)
	}
	return fmt.Sprintf("<sup>%d</sup>", i+1)
}

func (n notes) String() string {
	var text strings.Builder
	for i, note := range n {
		fmt.Fprintf(&text, "<br>\n<sup>%d</sup> %s", i+1, note)
	}
	return text.String() + "\n"
}

// markdown aligns the columns, so that the table can be read as it is.
func markdown(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], len([]rune(text)), 3)
		}
	}
	var table strings.Builder
	for n, row := range rows {
		for i, text := range row {
			padding := strings.Repeat(" ", widths[i]-len([]rune(text)))
			if i == 0 {
				fmt.Fprintf(&table, "| %s%s |", text, padding)
			} else {
				fmt.Fprintf(&table, " %s%s |", padding, text)
			}
		}
		table.WriteByte('\n')
		if n == 0 {
			for i, width := range widths {
				if i == 0 {
					fmt.Fprintf(&table, "| %s |", strings.Repeat("-", width))
				} else {
					fmt.Fprintf(&table, " %s: |", strings.Repeat("-", width-1))
				}
			}
			table.WriteByte('\n')
		}
	}
	return table.String()
}

// figure writes a number with two digits that count at least, and no more than the measurement is worth.
func figure(x float64) string {
	switch {
	case x < 0.995:
		return strconv.FormatFloat(x, 'f', 2, 64)
	case x < 9.95:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return thousands(x)
}

func thousands(x float64) string {
	digits := strconv.FormatFloat(math.Round(x), 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
