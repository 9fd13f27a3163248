package dts

import (
	"fmt"
	"strings"
)

type kind int

const (
	word    kind = iota // a name, a keyword or a number
	quoted              // a string, or a template
	sign                // punctuation; "=>" and "..." are one each
	comment             // a comment of a line
	doc                 // a comment for documentation
)

type token struct {
	kind       kind
	text       string
	start, end int // in the source
	line       int
}

// scan splits a source into tokens.
func scan(source string) ([]token, error) {
	var tokens []token
	line := 1
	for at := 0; at < len(source); {
		start, startLine := at, line
		rest := source[at:]
		c := rest[0]
		var is kind
		switch {
		case c == '\n':
			line++
			at++
			continue
		case c == ' ' || c == '\t' || c == '\r':
			at++
			continue
		case strings.HasPrefix(rest, "//"):
			is, at = comment, at+lengthTo(rest, "\n", 0)
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest, "*/")
			if end < 0 {
				return nil, fmt.Errorf("line %d: a comment has no end", line)
			}
			is, at = doc, at+end+2
			if !strings.HasPrefix(rest, "/**") {
				is = comment
			}
		case c == '"' || c == '\'' || c == '`':
			end := strings.IndexByte(rest[1:], c)
			if end < 0 {
				return nil, fmt.Errorf("line %d: a string has no end", line)
			}
			is, at = quoted, at+end+2
		case isWord(c):
			is = word
			for at < len(source) && isWord(source[at]) {
				at++
			}
		case strings.HasPrefix(rest, "=>"):
			is, at = sign, at+2
		case strings.HasPrefix(rest, "..."):
			is, at = sign, at+3
		default:
			is, at = sign, at+1
		}
		line += strings.Count(source[start:at], "\n")
		tokens = append(tokens, token{is, source[start:at], start, at, startLine})
	}
	return tokens, nil
}

func lengthTo(text, end string, more int) int {
	if at := strings.Index(text, end); at >= 0 {
		return at + more
	}
	return len(text)
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// depths says by how much each bracket changes the depth.
var depths = map[string]int{"(": 1, "[": 1, "{": 1, "<": 1, ")": -1, "]": -1, "}": -1, ">": -1}

// endOf returns the index of the first token at depth 0 that is one of ends, or len(tokens).
func endOf(tokens []token, ends ...string) int {
	depth := 0
	for i, t := range tokens {
		if t.kind != sign {
			continue
		}
		if depth == 0 {
			for _, end := range ends {
				if t.text == end {
					return i
				}
			}
		}
		depth += depths[t.text]
	}
	return len(tokens)
}
