package main

import (
	"bufio"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// A mutant is a file with one piece of it replaced.
type mutant struct {
	file     string // absolute
	source   []byte
	from, to int // offsets
	text     string
	at       token.Position
}

func (m mutant) apply() []byte {
	return []byte(string(m.source[:m.from]) + m.text + string(m.source[m.to:]))
}

func (m mutant) String() string {
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return fmt.Sprintf("%s:%d:%d: %s → %s", filepath.Base(m.file), m.at.Line, m.at.Column, flat(string(m.source[m.from:m.to])), flat(m.text))
}

// find lists the mutants of the files that a coverage profile names.
func find(dir, profile string) ([]mutant, error) {
	covered, err := readProfile(profile)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var all []mutant
	for _, file := range files {
		blocks := covered[filepath.Base(file)]
		if len(blocks) == 0 || strings.HasSuffix(file, "_test.go") {
			continue
		}
		if file, err = filepath.Abs(file); err != nil {
			return nil, err
		}
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		mutants, err := mutantsOf(file, source, blocks)
		if err != nil {
			return nil, err
		}
		all = append(all, mutants...)
	}
	return all, nil
}

// A block is a stretch of statements that ran.
type block struct{ fromLine, fromColumn, toLine, toColumn int }

func (b block) has(p token.Position) bool {
	after := p.Line > b.fromLine || p.Line == b.fromLine && p.Column >= b.fromColumn
	return after && (p.Line < b.toLine || p.Line == b.toLine && p.Column < b.toColumn)
}

// readProfile reads lines like "path/file.go:12.3,14.20 2 1": the last number says how often it ran.
func readProfile(path string) (map[string][]block, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	blocks := map[string][]block{}
	for lines := bufio.NewScanner(in); lines.Scan(); {
		name, rest, _ := strings.Cut(lines.Text(), ".go:")
		var b block
		var statements, ran int
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &b.fromLine, &b.fromColumn, &b.toLine, &b.toColumn, &statements, &ran); err == nil && ran > 0 {
			file := filepath.Base(name) + ".go"
			blocks[file] = append(blocks[file], b)
		}
	}
	return blocks, nil
}
