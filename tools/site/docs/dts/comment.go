package dts

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Doc is a comment: its text, and what its tags say. All of it is Markdown.
type Doc struct {
	Text string
	Tags []Tag
	Line int
}

// A Tag is a part of a comment that begins with `@name`.
type Tag struct {
	Name string
	// Of is the name of the parameter, for param and template.
	Of   string
	Text string
}

// Tags that the documentation has a place for.
var known = []string{
	"param", "returns", "throws", "example", "deprecated", "template", "see",
	"again",     // what a second call does
	"callbacks", // when the callbacks run
	"jquery",    // what jQuery does
}

var (
	tagLine  = regexp.MustCompile(`^@(\w+)\s*(.*)$`)
	nameHead = regexp.MustCompile(`^(\w+)\s+(?:- )?`)
)

func parseDoc(text string, line int) (Doc, error) {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "/**"), "*/")
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimLeft(l, " \t")
		l = strings.TrimPrefix(strings.TrimPrefix(l, "*"), " ")
		lines = append(lines, strings.TrimRight(l, " \t"))
	}
	d := Doc{Line: line}
	into := &d.Text
	inFence := false
	for _, l := range lines {
		if strings.HasPrefix(l, "```") {
			inFence = !inFence
		}
		found := tagLine.FindStringSubmatch(l)
		if found == nil || inFence {
			*into += l + "\n"
			continue
		}
		tag := Tag{Name: found[1], Text: found[2] + "\n"}
		if !slices.Contains(known, tag.Name) {
			return d, fmt.Errorf("line %d: the comment has an unknown tag @%s", line, tag.Name)
		}
		if tag.Name == "param" || tag.Name == "template" {
			name := nameHead.FindStringSubmatch(found[2])
			if name == nil {
				return d, fmt.Errorf("line %d: @%s %s names nothing, or says nothing of it", line, tag.Name, found[2])
			}
			tag.Of, tag.Text = name[1], found[2][len(name[0]):]+"\n"
		}
		d.Tags = append(d.Tags, tag)
		into = &d.Tags[len(d.Tags)-1].Text
	}
	if inFence {
		return d, fmt.Errorf("line %d: the comment has a fence without an end", line)
	}
	d.Text = strings.TrimSpace(d.Text)
	for i := range d.Tags {
		d.Tags[i].Text = strings.TrimSpace(d.Tags[i].Text)
	}
	return d, nil
}

// Of returns the texts of all tags of that name.
func (d Doc) Of(name string) (texts []string) {
	for _, tag := range d.Tags {
		if tag.Name == name {
			texts = append(texts, tag.Text)
		}
	}
	return texts
}

// Param returns the text of a parameter, or "".
func (d Doc) Param(name string) string {
	for _, tag := range d.Tags {
		if tag.Name == "param" && tag.Of == name {
			return tag.Text
		}
	}
	return ""
}
