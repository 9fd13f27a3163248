package main

import (
	"fmt"
	"unicode/utf8"
)

// Sizes in the picture's own pixels. It is narrow, so that its letters can be read on a phone.
const (
	pictureWidth = 460
	margin       = 10 // around groups
	padding      = 12 // in groups
	between      = 10 // boxes of a row
	titleHeight  = 34 // of a group, above its first row
	boxTitle     = 28 // from a box's top to its first line
	lineHeight   = 18
	boxEnd       = 8
	gap          = 12 // between groups or rows that no arrow joins
	arrowRoom    = 18 // that an arrow needs besides the lines of its label
	arrowIn      = 17 // from where two boxes begin to overlap
	indent       = 10 // of text in boxes
	longTitle    = 22 // letters of a group's title, before it meets the arrow of a second box
)

// Widths of a letter, somewhat more than most fonts take.
const (
	pathLetter = 7.3
	lineLetter = 7
)

// place works out where all is: rows from top to bottom, the boxes of a row equally wide.
func (p *picture) place() error {
	boxes := map[string]*box{}
	for _, r := range p.rows {
		for _, b := range r.boxes {
			if boxes[b.name] != nil {
				return fmt.Errorf("two boxes are called %s", b.name)
			}
			boxes[b.name] = b
		}
	}
	room := make([]int, len(p.rows)) // above each row, for arrows
	for _, a := range p.arrows {
		from, to := boxes[a.from], boxes[a.to]
		if from == nil || to == nil {
			return fmt.Errorf("line %d: there is no box %s or no box %s", a.line, a.from, a.to)
		}
		lower := max(from.row, to.row)
		if lower-min(from.row, to.row) != 1 {
			return fmt.Errorf("line %d: %s and %s are not in rows that follow each other", a.line, a.from, a.to)
		}
		room[lower] = max(room[lower], arrowRoom+len(a.label)*lineHeight)
	}
	p.placeBoxes(room)
	if err := p.fits(); err != nil {
		return err
	}
	for _, a := range p.arrows {
		from, to := boxes[a.from], boxes[a.to]
		start := max(from.x, to.x)
		if start+arrowIn > min(from.x+from.width, to.x+to.width) {
			return fmt.Errorf("line %d: %s and %s are not above each other", a.line, a.from, a.to)
		}
		a.x = start + arrowIn
		a.y1, a.y2 = from.y+from.height, to.y
		upper, lower := from, to
		if from.row > to.row {
			a.y1, a.y2 = from.y, to.y+to.height
			upper, lower = to, from
		}
		top, bottom := p.rows[upper.row].bottom(), lower.y
		if g := p.rows[lower.row].group; g != p.rows[upper.row].group {
			top, bottom = top+padding, g.y
		}
		a.middle = (top + bottom) / 2
	}
	return nil
}

func (p *picture) placeBoxes(room []int) {
	y := margin
	for i, r := range p.rows {
		first := r == r.group.rows[0]
		if i > 0 {
			y += max(gap, room[i])
		}
		if first {
			r.group.y = y
			y += titleHeight
		}
		inside := pictureWidth - 2*(margin+padding)
		width := (inside - (len(r.boxes)-1)*between) / len(r.boxes)
		height := 0
		for _, b := range r.boxes {
			height = max(height, boxTitle+len(b.lines)*lineHeight+boxEnd)
		}
		for k, b := range r.boxes {
			b.x, b.y, b.width, b.height = margin+padding+k*(width+between), y, width, height
		}
		y += height
		if r == r.group.rows[len(r.group.rows)-1] {
			y += padding
			r.group.height = y - r.group.y
		}
	}
	p.height = y + margin
}

func (r *row) bottom() int { return r.boxes[0].y + r.boxes[0].height }

// fits tells what is too long: an SVG breaks no lines.
func (p *picture) fits() error {
	for _, g := range p.groups {
		if utf8.RuneCountInString(g.title) > longTitle {
			return fmt.Errorf("the title %q has more than %d letters", g.title, longTitle)
		}
	}
	for _, r := range p.rows {
		for _, b := range r.boxes {
			for _, line := range append([]string{b.title}, b.lines...) {
				letter := lineLetter + 0.0
				if line[0] == '=' {
					letter, line = pathLetter, line[1:]
				}
				if room := float64(b.width - indent - indent/2); float64(utf8.RuneCountInString(line))*letter > room {
					return fmt.Errorf("%q does not fit into the box %s", line, b.name)
				}
			}
		}
	}
	return nil
}
