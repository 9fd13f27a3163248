package generate

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
)

// Problems are all that is wrong with the exports of a program, one a line, each with file, line and column.
type Problems struct {
	Package string
	lines   []problem
}

type problem struct {
	at   token.Position
	text string
}

func (p *Problems) Error() string { return "the exports of " + p.Package + " are wrong:\n" + p.Text() }

// Text is the lines, which begin with a place in the source.
func (p *Problems) Text() string {
	var lines []string
	for _, one := range p.lines {
		lines = append(lines, fmt.Sprintf("%s: %s", one.at, one.text))
	}
	return strings.Join(lines, "\n")
}

func (p *Problems) sort() {
	slices.SortStableFunc(p.lines, func(a, b problem) int { return comparePositions(a.at, b.at) })
	p.lines = slices.Compact(p.lines)
}

func comparePositions(a, b token.Position) int {
	if a.Filename != b.Filename {
		return strings.Compare(a.Filename, b.Filename)
	}
	return a.Offset - b.Offset
}
