package build

import (
	"bytes"
	"fmt"
	"slices"
)

// A memory is what a module's memory begins with, from address 0 up to the last byte that is not 0.
type memory []byte

func load(segments []segment) (memory, error) {
	end := 0
	for _, s := range segments {
		end = max(end, s.offset+len(s.content))
	}
	if end > 1<<28 {
		return nil, fmt.Errorf("a data segment ends at %d, which is too far to be true", end)
	}
	m := make(memory, end)
	for _, s := range segments {
		copy(m[s.offset:], s.content) // a later one overwrites, as when the module starts
	}
	return bytes.TrimRight(m, "\x00"), nil
}

// joinOver is how many zeros in a row it takes to begin another segment.
//
// The linker begins one after every 8, which makes 30,353 segments of cmd/wasm: their offsets and lengths
// stand in the way of compression. Measured on it, without lines and addresses (buckets.go), with brotli:
//
//	over 8       5,930 segments  420.1 kB, of 1,921,665 bytes inflated
//	over 32        806 segments  405.4 kB, of 1,956,458
//	over 128       164 segments  404.3 kB, of 1,991,424
//	over 1024        5 segments  403.9 kB, of 2,024,363
//	whole            1 segment   403.8 kB, of 2,609,200
const joinOver = 1024

// segments are the pieces of memory that are not zeros.
func (m memory) segments(joinOver int) (list []segment) {
	begin, end := 0, 0 // of the piece under way
	for at := 0; at < len(m); {
		if m[at] == 0 {
			at++
			continue
		}
		if at-end > joinOver || end == 0 {
			if end > begin {
				list = append(list, segment{begin, m[begin:end]})
			}
			begin = at
		}
		for at < len(m) && m[at] != 0 {
			at++
		}
		end = at
	}
	if end > begin {
		list = append(list, segment{begin, m[begin:end]})
	}
	return list
}

// keepLines is for withMemory: the memory stays as it is.
func keepLines(memory) error { return nil }

// withMemory replaces what the memory of a module begins with by what change makes of it, in few
// segments.
func withMemory(wasm []byte, change func(memory) error) ([]byte, error) {
	sections, err := parseModule(wasm)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(sections, func(s section) bool { return s.id == dataSection })
	if at < 0 {
		return nil, fmt.Errorf("the wasm has no data section")
	}
	if slices.ContainsFunc(sections, func(s section) bool { return s.id == dataCountSection }) {
		return nil, fmt.Errorf("the wasm counts its data segments in another section, which would have to be changed, too")
	}
	old, err := parseData(sections[at].content)
	if err != nil {
		return nil, err
	}
	m, err := load(old)
	if err != nil {
		return nil, err
	}
	if err := change(m); err != nil {
		return nil, err
	}
	buckets, err := findBuckets(m)
	if err != nil {
		return nil, err
	}
	buckets.clear(m)
	sections[at].content = writeData(m.segments(joinOver))
	if sections, err = addStart(sections, buckets.startFunction()); err != nil {
		return nil, err
	}
	return writeModule(sections), nil
}
