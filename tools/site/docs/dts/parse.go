package dts

import (
	"fmt"
	"regexp"
	"strings"
)

// A File is a source with its declarations, in their order.
type File struct {
	Name         string // as it was given to Parse
	Declarations []Declaration
	// Exported are the names in lists such as `export type { A, B } from "…"`.
	Exported []string
}

// A Declaration is a type, a class or a constant.
type Declaration struct {
	Kind     string // "interface", "class", "type" or "const"
	Name     string
	Exported bool
	Doc      Doc
	Line     int
	// Text is the declaration without its comment. Of an interface or a class it is the head, up to the brace.
	Text string
	// Type is what follows the equals sign of a type, or the colon of a constant.
	Type    string
	Members []Member // of an interface or a class
}

// A Member is a member of an interface or of a class.
type Member struct {
	Name     string // "" for a call signature, "new" for a constructor, "[…]" for an index
	Doc      Doc
	Line     int
	Group    string // the line comment that it stands below, without the last full stop
	Optional bool
	Readonly bool
	Method   bool   // written with parentheses
	Type     string // the type; of a method and of a call, from the type parameters on
	Text     string // all of it, without comments and the semicolon
}

// Parse reads a file of declarations.
func Parse(name, source string) (*File, error) {
	tokens, err := scan(source)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := parser{source: source, file: &File{Name: name}}
	for len(tokens) > 0 {
		var err error
		if tokens, err = p.statement(tokens); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return p.file, nil
}

type parser struct {
	source string
	file   *File
	doc    *token // the comment before the statement
}

func (p *parser) text(tokens []token) string {
	if len(tokens) == 0 {
		return ""
	}
	return p.source[tokens[0].start:tokens[len(tokens)-1].end]
}

// statement reads the first statement, and returns what is behind it.
func (p *parser) statement(tokens []token) ([]token, error) {
	first := tokens[0]
	switch {
	case first.kind == comment:
		p.doc = nil
		return tokens[1:], nil
	case first.kind == doc:
		p.doc = &first
		return tokens[1:], nil
	case first.kind != word:
		return nil, fmt.Errorf("line %d: %q does not begin a declaration", first.line, first.text)
	}
	defer func() { p.doc = nil }()
	d := Declaration{Line: first.line}
	rest := tokens
	for len(rest) > 0 && (rest[0].text == "export" || rest[0].text == "declare") {
		d.Exported = d.Exported || rest[0].text == "export"
		rest = rest[1:]
	}
	if len(rest) < 2 {
		return nil, fmt.Errorf("line %d: the file ends within a declaration", first.line)
	}
	end := endOf(rest, ";")
	switch keyword := rest[0].text; {
	case keyword == "import":
		return after(rest, end), nil
	case keyword == "default":
		return after(rest, end), nil
	case keyword == "global":
		close := 2 + endOf(rest[2:], "}")
		return after(rest, close), nil
	case keyword == "type" && rest[1].text == "{":
		for _, t := range rest[2 : 2+endOf(rest[2:], "}")] {
			if t.kind == word {
				p.file.Exported = append(p.file.Exported, t.text)
			}
		}
		return after(rest, end), nil
	case keyword == "interface" || keyword == "class":
		return p.withMembers(d, keyword, rest)
	case keyword == "type" || keyword == "const":
		if end == len(rest) {
			return nil, fmt.Errorf("line %d: %s has no semicolon", first.line, rest[1].text)
		}
		d.Kind, d.Name = keyword, rest[1].text
		separator := "="
		if keyword == "const" {
			separator = ":"
		}
		at := endOf(rest[:end], separator)
		if at == end {
			return nil, fmt.Errorf("line %d: %s has no type", first.line, d.Name)
		}
		d.Text, d.Type = p.text(rest[:end]), p.text(rest[at+1:end])
		return after(rest, end), p.add(d)
	}
	return nil, fmt.Errorf("line %d: %q is not a declaration that this reads", first.line, rest[0].text)
}

func after(tokens []token, end int) []token {
	return tokens[min(end+1, len(tokens)):]
}

func (p *parser) add(d Declaration) (err error) {
	d.Doc, err = p.comment(p.doc)
	p.file.Declarations = append(p.file.Declarations, d)
	return err
}

func (p *parser) comment(t *token) (Doc, error) {
	if t == nil {
		return Doc{}, nil
	}
	return parseDoc(t.text, t.line)
}

func (p *parser) withMembers(d Declaration, keyword string, rest []token) ([]token, error) {
	open := endOf(rest, "{")
	if open == len(rest) {
		return nil, fmt.Errorf("line %d: %s has no members", d.Line, rest[1].text)
	}
	d.Kind, d.Name = keyword, rest[1].text
	d.Text = p.text(rest[:open])
	body := rest[open+1:]
	close := endOf(body, "}")
	if close == len(body) {
		return nil, fmt.Errorf("line %d: %s has no end", d.Line, d.Name)
	}
	var err error
	if d.Members, err = p.members(body[:close]); err != nil {
		return nil, err
	}
	return after(body, close), p.add(d)
}

// members reads what is between the braces of an interface.
func (p *parser) members(tokens []token) (members []Member, err error) {
	group := ""
	var before *token
	for len(tokens) > 0 {
		first := tokens[0]
		switch first.kind {
		case comment:
			group, before = strings.TrimSuffix(strings.TrimSpace(strings.TrimLeft(first.text, "/")), "."), nil
			tokens = tokens[1:]
			continue
		case doc:
			before = &first
			tokens = tokens[1:]
			continue
		}
		end := endOf(tokens, ";")
		m, err := p.member(tokens[:end])
		if err != nil {
			return nil, err
		}
		m.Group = group
		if m.Doc, err = p.comment(before); err != nil {
			return nil, err
		}
		members, before, tokens = append(members, m), nil, after(tokens, end)
	}
	return members, nil
}

func (p *parser) member(tokens []token) (Member, error) {
	m := Member{Line: tokens[0].line, Text: p.text(tokens)}
	rest := tokens
	if len(rest) > 1 && rest[0].text == "readonly" {
		m.Readonly, rest = true, rest[1:]
	}
	switch first := rest[0]; {
	case first.text == "(" || first.text == "<": // a call signature
	case first.text == "[":
		close := 1 + endOf(rest[1:], "]")
		m.Name, rest = p.text(rest[:close+1]), rest[close+1:]
	case first.kind == word:
		m.Name, rest = first.text, rest[1:]
	default:
		return m, fmt.Errorf("line %d: %q does not begin a member", first.line, first.text)
	}
	if len(rest) > 0 && rest[0].text == "?" {
		m.Optional, rest = true, rest[1:]
	}
	if len(rest) == 0 {
		return m, fmt.Errorf("line %d: %s has no type", m.Line, m.Name)
	}
	switch rest[0].text {
	case ":":
		m.Type = p.text(rest[1:])
	case "(", "<":
		m.Method, m.Type = true, p.text(rest)
	default:
		return m, fmt.Errorf("line %d: %s is followed by %q", m.Line, m.Name, rest[0].text)
	}
	return m, nil
}

var spaces = regexp.MustCompile(`\s+`)

// Flat writes a type in one line.
func Flat(text string) string {
	text = spaces.ReplaceAllString(strings.TrimSpace(text), " ")
	return strings.NewReplacer("( ", "(", ", )", ")", " )", ")", "< ", "<", ", >", ">", "[ ", "[", ", ]", "]", " ]", "]").Replace(strings.TrimPrefix(text, "| "))
}
