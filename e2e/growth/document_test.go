package growth

import (
	"fmt"
	"strings"
)

const introduction = `# How work grows

Each public function does its work with some, ten times and a hundred times as many callbacks, members, listeners or elements: n is
the most. A test counts the steps: how often each block of the shipped script runs, and how far lists are walked by the engine's own functions. The
exponent is that of the curve steps = a · n^b that fits best: 1 means that ten times as much takes ten times the steps. The test
fails above %.1f, and for a function without a row. It counts no time, so a busy machine changes nothing.

Rows with a smaller n have a reason in the last column: what takes the time is not godeferred's. In the suite, rows end at 10,000. This
command goes on to 100,000, and writes this page:

~~~sh
cd e2e && go test -count=1 -timeout 60m -run 'TestSteps|TestADay' ./growth -record -largest 100000 -operations 10000000
~~~

Names that begin with d. are methods of deferreds and promises, with fn. methods of the collection, all others are functions of
godeferred. An exponent below 0.9 means that some steps are taken once, however large n is.

| function: of what | n | steps for each | exponent | |
| --- | ---: | ---: | ---: | --- |
`

const dayOfAPage = `
## A day of a page

A page polls, animates, aborts, listens and caches for a day of a clock of its own: %s operations. What the browser has after the
garbage was collected:

| | heap | listeners | nodes | pages of the wasm's memory |
| --- | ---: | ---: | ---: | ---: |
%s
`

func document(table []measured) string {
	var text strings.Builder
	text.WriteString(strings.ReplaceAll(fmt.Sprintf(introduction, largest), "~~~", "```"))
	for _, one := range table {
		last := len(one.sizes) - 1
		name, of, _ := strings.Cut(one.Name, ": ")
		note := one.Why
		if reason := excused[one.Name]; reason != "" {
			note = reason
		}
		fmt.Fprintf(&text, "| `%s`: %s | %s | %.1f | %.2f | %s |\n",
			name, of, thousands(one.sizes[last]), one.steps[last]/float64(one.sizes[last]), one.exponent, note)
	}
	if len(theDay) > 0 {
		fmt.Fprintf(&text, dayOfAPage, thousands(*operations), strings.Join(theDay, "\n"))
	}
	return text.String()
}

// thousands is a number with commas.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
