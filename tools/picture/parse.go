package main

import (
	"fmt"
	"strings"
)

type picture struct {
	title, desc string
	groups      []*group
	rows        []*row // of all groups, from top to bottom
	arrows      []*arrow
	height      int
}

type group struct {
	title     string
	rows      []*row
	y, height int
}

type row struct {
	boxes []*box
	group *group
}

type box struct {
	name, title         string
	lines               []string // a path begins with "="
	row                 int      // its index in picture.rows
	x, y, width, height int
}

type arrow struct {
	line     int // of the text, for errors
	from, to string
	label    []string
	// Where it goes, once it is placed: down or up at x, and where the middle of its label is.
	x, y1, y2, middle int
}

// parse reads the text. What its words mean stands at the top of docs/architecture.txt.
func parse(text string) (*picture, error) {
	p := &picture{}
	var last *box
	newRow := true
	for i, line := range strings.Split(text, "\n") {
		word, rest, _ := strings.Cut(line, " ")
		inBox := strings.HasPrefix(line, "  ")
		if !inBox {
			last = nil
		}
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			newRow = true
		case inBox && last != nil:
			last.lines = append(last.lines, strings.TrimSpace(line))
		case word == "title":
			p.title = rest
		case word == "desc":
			p.desc = rest
		case word == "group":
			p.groups = append(p.groups, &group{title: rest})
			newRow = true
		case word == "arrow":
			words := strings.SplitN(rest, " ", 3)
			if len(words) < 3 {
				return nil, fmt.Errorf("line %d: an arrow has two boxes and a label", i+1)
			}
			p.arrows = append(p.arrows, &arrow{line: i + 1, from: words[0], to: words[1], label: strings.Split(words[2], " / ")})
		case word == "box" && len(p.groups) > 0:
			if newRow {
				g := p.groups[len(p.groups)-1]
				r := &row{group: g}
				g.rows, p.rows = append(g.rows, r), append(p.rows, r)
				newRow = false
			}
			name, title, _ := strings.Cut(rest, " ")
			last = &box{name: name, title: title, row: len(p.rows) - 1}
			r := p.rows[len(p.rows)-1]
			r.boxes = append(r.boxes, last)
		default:
			return nil, fmt.Errorf("line %d is not understood: %q", i+1, line)
		}
	}
	return p, nil
}
