package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestThePictureInTheRepositoryIsThatOfItsText(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	text, err := os.ReadFile(filepath.Join(docs, "architecture.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := draw(string(text))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join(docs, "architecture.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != want {
		t.Error("docs/architecture.svg is not what docs/architecture.txt makes: cd tools && go run ./picture")
	}
}

const small = `# a picture
title Two & two
desc For readers.

group Above

box a A
  =some/path
box b B <one>
  a line

group Below

box c C

arrow a c down / in two lines
arrow c b up
`

func TestAPictureIsWellFormedAndHasAll(t *testing.T) {
	drawing, err := draw(small)
	if err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(strings.NewReader(drawing)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range []string{
		">Two &amp; two</title>", ">For readers.</desc>", ">Above</text>", ">B &lt;one&gt;</text>", `<text class="path" `,
		">some/path</text>", ">a line</text>", ">down</text>", ">in two lines</text>", ">up</text>", "prefers-color-scheme: dark",
	} {
		if strings.Count(drawing, part) != 1 {
			t.Errorf("%d of %s", strings.Count(drawing, part), part)
		}
	}
}

func TestArrowsPointFromTheFirstToTheSecond(t *testing.T) {
	p, err := parse(small)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.place(); err != nil {
		t.Fatal(err)
	}
	a, b, c := p.rows[0].boxes[0], p.rows[0].boxes[1], p.rows[1].boxes[0]
	down, up := p.arrows[0], p.arrows[1]
	if down.y1 != a.y+a.height || down.y2 != c.y || down.y1 >= down.y2 {
		t.Errorf("down: %+v", down)
	}
	if up.y1 != c.y || up.y2 != b.y+b.height || up.x <= b.x || up.x >= b.x+b.width {
		t.Errorf("up: %+v", up)
	}
	if last := p.groups[1]; p.height != last.y+last.height+margin {
		t.Errorf("height %d", p.height)
	}
}

func TestWhatCannotBeDrawnIsAnError(t *testing.T) {
	for _, row := range []struct{ name, text, problem string }{
		{"an unknown word", "circle a\n", "line 1 is not understood"},
		{"a box outside", "box a A\n", "line 1 is not understood"},
		{"a line of no box", "group G\n  line\n", "line 2 is not understood"},
		{"an arrow without a label", small + "arrow a c\n", "a label"},
		{"an arrow to nothing", small + "arrow a d x\n", "there is no box a or no box d"},
		{"an arrow in a row", small + "arrow a b x\n", "not in rows that follow"},
		{"an arrow past a row", small + "\nbox d D\n\narrow a d x\n", "not in rows that follow"},
		{"a name twice", small + "box a A\n", "two boxes are called a"},
		{"a long title", small + "group A title that is far too long\n", "more than"},
		{"a long line", small + "\nbox d D\nbox e E\n  =a/path/that/is/longer/than/its/box\n", "does not fit"},
		{"boxes apart", small + "\nbox d D\nbox e E\n\nbox f F\nbox g G\n\narrow d g x\n", "not above each other"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if _, err := draw(row.text); err == nil || !strings.Contains(err.Error(), row.problem) {
				t.Errorf("error: %v, want %q", err, row.problem)
			}
		})
	}
}
