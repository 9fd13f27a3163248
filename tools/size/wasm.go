package main

import (
	"errors"
	"fmt"
)

// A program is a wasm, as far as its size is concerned.
type program struct {
	sections []section
	// functions are the bytes of each function's code; names are theirs, where the wasm has them.
	functions []int
	names     []string
}

type section struct {
	name    string
	content []byte
}

// Sections by their number (WebAssembly core specification, 5.5.2).
var sectionNames = []string{"custom", "types", "imports", "functions", "tables", "memories", "globals", "exports", "start",
	"elements", "code", "data", "data count"}

const (
	customSection = 0
	importSection = 2
	codeSection   = 10
)

// parse reads what it needs of a wasm.
func parse(wasm []byte) (*program, error) {
	r := &reader{rest: wasm}
	if string(r.take(8)) != "\x00asm\x01\x00\x00\x00" {
		return nil, errors.New("it is not a wasm of version 1")
	}
	var p program
	imported := 0
	var names []byte
	for len(r.rest) > 0 {
		id, content := int(r.byte()), r.take(r.number())
		if id >= len(sectionNames) {
			return nil, fmt.Errorf("section %d is unknown", id)
		}
		s := section{sectionNames[id], content}
		switch id {
		case customSection:
			inside := &reader{rest: content}
			name := string(inside.take(inside.number()))
			s.name += " " + name
			if name == "name" {
				names = inside.rest
			}
		case importSection:
			imported = (&reader{rest: content}).number() // Go imports functions only
		case codeSection:
			p.functions = functionSizes(&reader{rest: content})
		}
		p.sections = append(p.sections, s)
	}
	p.names = functionNames(&reader{rest: names}, imported, len(p.functions))
	return &p, r.err
}

func functionSizes(r *reader) []int {
	sizes := make([]int, r.number())
	for i := range sizes {
		sizes[i] = r.number()
		r.take(sizes[i])
	}
	return sizes
}

// functionNames reads the name section (appendix 7.4.1). Functions are numbered with the imported ones first.
func functionNames(r *reader, imported, functions int) []string {
	names := make([]string, functions)
	for len(r.rest) > 0 {
		kind, content := r.byte(), &reader{rest: r.take(r.number())}
		if kind != 1 {
			continue
		}
		for range content.number() {
			index, name := content.number()-imported, string(content.take(content.number()))
			if index >= 0 && index < functions {
				names[index] = name
			}
		}
	}
	return names
}

// bySection is how many bytes each section has, those without weight left out, and how many with brotli by itself.
// Names are in the build for this report only.
func (p *program) bySection() []line {
	sizes, compressed := map[string]int64{}, map[string]int{}
	for _, s := range p.sections {
		if s.name == "custom name" || len(s.content) < 1000 {
			continue
		}
		sizes[s.name], compressed[s.name] = int64(len(s.content)), packed(s.content)
	}
	lines := bySize(sizes)
	for i := range lines {
		lines[i].note = "brotli: " + thousands(int64(compressed[lines[i].name]))
	}
	return lines
}

// A reader keeps its first error, and answers zeros from then on.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest, r.err = nil, errors.New("it is cut short")
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number reads an unsigned LEB128 of 32 bits (5.2.2).
func (r *reader) number() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	return n
}
