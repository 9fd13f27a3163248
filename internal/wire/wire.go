// Package wire is how the page asks a rule, and how the rule answers: one encoding with named fields.
// web/src/rules/record.js is the other half.
//
// A message is a text. The first line of a question is the rule's name. Each further line is a record of
// its own, and so is each line of the answer: a rule answers a record by a record. A record is fields,
// parted by tabs. A field is name=value; the items of a list are name[]=value each, in their order. A field
// that is empty or false is left out. In a value \\, \t and \n stand for a backslash, a tab and a line break.
//
// It is one text, since each value that crosses between page and Go costs 1 to 3 µs, and the length of a
// text next to nothing.
package wire

import (
	"strings"

	"github.com/godeferred/godeferred/internal/wrong"
)

// A Rule is what the page can ask.
type Rule struct {
	Name string
	// Asks and Answers are the names of the fields, lists with their brackets. The page's types are made of
	// them: see cmd/tables.
	Asks, Answers []string
	// Answer works out one record. An error is of the whole message; a wrong.TypeError is the page's fault.
	Answer func(Fields) (*Record, error)
}

// Answer finds the rule that a message names, and returns its answers. An unknown rule or field is an error.
func Answer(rules []Rule, message string) (string, error) {
	name, rest, _ := strings.Cut(message, "\n")
	for _, rule := range rules {
		if rule.Name == name {
			return rule.answer(rest)
		}
	}
	return "", wrong.TypeError("no rule is called " + wrong.Quote(name))
}

func (r *Rule) answer(records string) (string, error) {
	var lines []byte
	for more := true; more; {
		var line string
		line, records, more = strings.Cut(records, "\n")
		fields := Read(line)
		for _, f := range fields {
			if !among(f.name, r.Asks) {
				return "", wrong.TypeError("the rule " + r.Name + " has no field " + wrong.Quote(f.name))
			}
		}
		record, err := r.Answer(fields)
		if err != nil {
			return "", err
		}
		lines = append(lines, record.text...)
		if more {
			lines = append(lines, '\n')
		}
	}
	return string(lines), nil
}

// among is slices.Contains, which takes 0.7 kB more of the wasm with brotli.
func among(name string, names []string) bool {
	for _, one := range names {
		if one == name {
			return true
		}
	}
	return false
}

// Fields are those of a record, in its order.
type Fields []field

type field struct{ name, value string }

// Read reads a record. A field without a "=" has the value "".
func Read(line string) Fields {
	var fields Fields
	for line != "" {
		var one string
		one, line, _ = strings.Cut(line, "\t")
		name, value, _ := strings.Cut(one, "=")
		fields = append(fields, field{name, unescape(value)})
	}
	return fields
}

// Text is the value of a field, "" where there is none.
func (f Fields) Text(name string) string {
	for _, one := range f {
		if one.name == name {
			return one.value
		}
	}
	return ""
}

// Is tells whether a field is part of the record.
func (f Fields) Is(name string) bool { return f.Text(name) != "" }

// List is the items of a list.
func (f Fields) List(name string) []string {
	var values []string
	for _, one := range f {
		if one.name == name+"[]" {
			values = append(values, one.value)
		}
	}
	return values
}

// Columns are lists of one length each, as the columns of a table: one row is a value of each name. It is
// an error if their lengths differ.
func (f Fields) Columns(names ...string) ([][]string, error) {
	columns := make([][]string, len(names))
	for i, name := range names {
		columns[i] = f.List(name)
		if len(columns[i]) != len(columns[0]) {
			return nil, wrong.TypeError("the lists " + names[0] + " and " + name + " have other lengths")
		}
	}
	return columns, nil
}

// A Record is written field by field.
type Record struct{ text []byte }

// Text writes a field, or nothing if the value is empty.
func (r *Record) Text(name, value string) *Record {
	if value == "" {
		return r
	}
	return r.add(name, value)
}

// Flag writes a field if it is set.
func (r *Record) Flag(name string, is bool) *Record {
	if !is {
		return r
	}
	return r.add(name, "1")
}

// List writes the items of a list, also those that are empty.
func (r *Record) List(name string, values ...string) *Record {
	for _, value := range values {
		r.add(name+"[]", value)
	}
	return r
}

func (r *Record) add(name, value string) *Record {
	if len(r.text) > 0 {
		r.text = append(r.text, '\t')
	}
	r.text = append(append(r.text, name...), '=')
	for i := range len(value) {
		switch c := value[i]; c {
		case '\\':
			r.text = append(r.text, `\\`...)
		case '\t':
			r.text = append(r.text, `\t`...)
		case '\n':
			r.text = append(r.text, `\n`...)
		default:
			r.text = append(r.text, c)
		}
	}
	return r
}

// String is the line.
func (r *Record) String() string { return string(r.text) }

func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	text := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			switch c = s[i]; c {
			case 't':
				c = '\t'
			case 'n':
				c = '\n'
			}
		}
		text = append(text, c)
	}
	return string(text)
}
