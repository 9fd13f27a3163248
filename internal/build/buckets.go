package build

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// From an instruction's address, the Go runtime finds the function by a table with a record for each 4,096
// addresses (runtime/symtab.go, findfuncbucket; cmd/link/internal/ld/pcln.go). In a wasm each function has
// 65,536 addresses, so that it has 16 records, which all say its number and nothing else. That is more than
// a fifth of the whole file, which a page inflates and copies before it can start: 574 kB of cmd/wasm. So the
// records are left out, and the module's start function writes them, when it is instantiated.

const (
	bucketSize         = 20 // a number, and 16 bytes that would tell functions within the 4,096 addresses apart
	bucketsPerFunction = 16
)

// A bucketTable is where the records are in memory.
type bucketTable struct{ at, records int }

// record is what the linker writes for the i-th 4,096 addresses.
func record(i int) []byte {
	r := make([]byte, bucketSize)
	binary.LittleEndian.PutUint32(r, uint32(i/bucketsPerFunction))
	return r
}

// findBuckets finds all records that are just what the start function will write.
func findBuckets(m memory) (b bucketTable, err error) {
	const first = bucketsPerFunction // the function with number 0 has zeros, as there are elsewhere
	var pattern []byte
	for i := range 2 * bucketsPerFunction {
		pattern = append(pattern, record(first+i)...)
	}
	b.at = bytes.Index(m, pattern) - first*bucketSize
	if b.at < 0 {
		return b, errors.New("no table of addresses was found, or one of a kind that is not known here")
	}
	for rest := m[b.at:]; bytes.HasPrefix(rest, record(b.records)); rest = rest[bucketSize:] {
		b.records++
	}
	return b, nil
}

func (b bucketTable) clear(m memory) { clear(m[b.at:][:b.records*bucketSize]) }

// The instructions that the start function needs (5.4).
const (
	opLoop     = 0x03
	opBrIf     = 0x0d
	opLocalGet = 0x20
	opLocalTee = 0x22
	opStore    = 0x36 // i32.store
	opLess     = 0x49 // i32.lt_u
	opAdd      = 0x6a // i32.add
	opMul      = 0x6c // i32.mul
	opDiv      = 0x6e // i32.div_u

	i32        = 0x7f
	noResult   = 0x40
	aligned4   = 2
	endOfBlock = 0x0b
	local0     = 0
)

// startFunction is the body of a function that writes the records.
func (b bucketTable) startFunction() []byte {
	number := func(n int) []byte { return appendSigned([]byte{i32Const}, int32(n)) }
	index := []byte{opLocalGet, local0}
	return slices.Concat(
		[]byte{1, 1, i32}, // a local of its own: which record
		[]byte{opLoop, noResult},
		index, number(bucketSize), []byte{opMul},
		index, number(bucketsPerFunction), []byte{opDiv},
		binary.AppendUvarint([]byte{opStore, aligned4}, uint64(b.at)),
		index, number(1), []byte{opAdd, opLocalTee, local0},
		number(b.records), []byte{opLess, opBrIf, 0},
		[]byte{endOfBlock, endOfBlock},
	)
}

// addStart makes body a function that the engine calls when the module is instantiated.
func addStart(sections []section, body []byte) ([]section, error) {
	if slices.ContainsFunc(sections, func(s section) bool { return s.id == startSection }) {
		return nil, errors.New("the wasm has a start function already")
	}
	sections = slices.Clone(sections)
	counts := map[byte]int{}
	for i, s := range sections {
		if s.id == customSection {
			continue
		}
		r := &reader{rest: s.content}
		counts[s.id] = r.number()
		var more []byte
		switch s.id {
		case typeSection:
			more = []byte{functionType, 0, 0}
		case functionSection:
			more = binary.AppendUvarint(nil, uint64(counts[typeSection])) // the type just added
		case codeSection:
			more = append(binary.AppendUvarint(nil, uint64(len(body))), body...)
		default:
			continue
		}
		if r.err != nil {
			return nil, r.err
		}
		content := binary.AppendUvarint(nil, uint64(counts[s.id]+1))
		sections[i].content = slices.Concat(content, r.rest, more)
	}
	// Behind the exports; before the elements (5.5.16).
	at := slices.IndexFunc(sections, func(s section) bool { return s.id > exportSection })
	if at < 0 || counts[typeSection] == 0 || counts[functionSection] == 0 || counts[functionSection] != counts[codeSection] {
		return nil, fmt.Errorf("the wasm has %d types, %d functions and %d bodies", counts[typeSection], counts[functionSection], counts[codeSection])
	}
	// Imported functions, of which Go has no other imports, are numbered first (5.5.5).
	index := binary.AppendUvarint(nil, uint64(counts[importSection]+counts[functionSection]))
	return slices.Insert(sections, at, section{startSection, index}), nil
}
