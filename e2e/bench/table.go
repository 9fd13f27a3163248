package main

import (
	"fmt"
	"slices"
	"strings"
)

// reference is the library that the table of times compares with.
const reference = "jquery4"

// worksTable is the medians of the group of work, with how many times faster this runtime is than jQuery 4.
func worksTable(r *results) string {
	table, notes := r.table(work, "ns per operation", "times faster than jQuery 4", func(c testCase) string {
		if m, ok := c.Libraries[reference]; ok {
			return "**" + figure(m.Ratio.Median) + "**"
		}
		return "–"
	})
	floor := ""
	if c, ok := r.named("await"); ok {
		if least, ok := c.Libraries[thenable]; ok {
			floor = fmt.Sprintf(" An `await` of the least object with a `then` takes %s ns.", figure(least.Value.Median))
		}
	}
	const spread = " “Spread” is how far the quartiles of godeferred’s rounds lie apart, in per cent of the median."
	return table + "\n" + r.circumstances() + spread + floor + notes.String()
}

// groupTable is the medians of another group, with how many times as much the library compared with has.
func groupTable(r *results, g group, heading, compared string) string {
	table, notes := r.table(g, heading, "times ours, "+r.title(compared), func(c testCase) string {
		m, ok := c.Libraries[compared]
		if !ok {
			return "–"
		}
		return "**" + figure(m.Ratio.Median) + "**"
	})
	if len(notes) == 0 {
		return table
	}
	return table + "\n" + strings.TrimPrefix(notes.String(), "<br>\n")
}

// ratiosTable is how many times as much as this runtime each of the others takes, with the spread.
func ratiosTable(r *results) string {
	var notes notes
	rows := [][]string{{"in times godeferred’s"}}
	others := slices.DeleteFunc(slices.Clone(r.Libraries), func(l library) bool { return l.ID == ours || !l.isIn(r.Cases) })
	for _, l := range others {
		rows[0] = append(rows[0], l.title())
	}
	for _, c := range r.Cases {
		if len(c.Libraries) < 2 || c.Group == frames {
			continue // nothing to compare with
		}
		row := []string{c.Name}
		for _, l := range others {
			row = append(row, r.cell(c, l, &notes, func(m measured) string {
				return fmt.Sprintf("%s (%s to %s)", figure(m.Ratio.Median), figure(m.Ratio.Lower), figure(m.Ratio.Upper))
			}))
		}
		rows = append(rows, row)
	}
	return markdown(rows) + "\nMedians of the ratios within each round; in brackets, between which half of them lie." + notes.String()
}

// table has a row for each case of a group, a column for each library that any of them has, and one more.
func (r *results) table(g group, heading, last string, more func(testCase) string) (string, notes) {
	var notes notes
	var cases []testCase
	for _, c := range r.Cases {
		if c.Group == g {
			cases = append(cases, c)
		}
	}
	libraries := slices.DeleteFunc(slices.Clone(r.Libraries), func(l library) bool {
		// A column for one figure would be empty but for that: it is said below.
		return l.ID == thenable || !l.isIn(cases)
	})
	rows := [][]string{{heading}}
	for _, l := range libraries {
		rows[0] = append(rows[0], l.title())
	}
	rows[0] = append(rows[0], last)
	timed := g.timed()
	if timed {
		rows[0] = append(rows[0], "spread")
	}
	for _, c := range cases {
		row := []string{c.Name}
		for _, l := range libraries {
			row = append(row, r.cell(c, l, &notes, func(m measured) string { return figure(m.Value.Median) }))
		}
		row = append(row, more(c))
		if timed {
			row = append(row, percent(c.Libraries[ours].Value.spread()))
		}
		rows = append(rows, row)
	}
	return markdown(rows), notes
}

// timed is whether the figures differ from round to round: sizes and depths do not.
func (g group) timed() bool { return g != memory && g != size && g != depth }

// wide is a spread that tells not to rely on a figure.
const wide = 0.25

// percent has a digit after the point only where that is all there is.
func percent(part float64) string {
	if part < 0.01 {
		return fmt.Sprintf("%.1f %%", 100*part)
	}
	return fmt.Sprintf("%.0f %%", 100*part)
}

// isIn is whether the library was measured in any of the cases.
func (l library) isIn(cases []testCase) bool {
	return slices.ContainsFunc(cases, func(c testCase) bool { _, has := c.Libraries[l.ID]; return has })
}

func (l library) title() string { return strings.TrimSpace(l.Name + " " + l.Version) }

func (r *results) title(id string) string {
	i := slices.IndexFunc(r.Libraries, func(l library) bool { return l.ID == id })
	if i < 0 {
		return id
	}
	return r.Libraries[i].title()
}

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
func (r *results) cell(c testCase, l library, notes *notes, text func(measured) string) string {
	m, ok := c.Libraries[l.ID]
	if !ok {
		return "–"
	}
	var marks []int
	mark := func(note string) { marks = append(marks, notes.number(note)) }
	switch m.Instead {
	case "":
	case "fetch":
		mark("with `fetch` and `json()`, which is what a page has without a library.")
	default:
		mark(fmt.Sprintf("with `%s`, the closest that promises have, which is asynchronous.", m.Instead))
	}
	if c.Group == work && m.Value.Rounds < r.Rounds {
		mark(fmt.Sprintf("measured in %d rounds of %d × %s only, because it takes so long.",
			m.Value.Rounds, m.Units, thousands(float64(c.Operations))))
	}
	if c.Group.timed() && m.Value.spread() > wide {
		mark("the middle half of its rounds spreads by more than a quarter: do not rely on it.")
	}
	return text(m) + superscript(marks)
}
