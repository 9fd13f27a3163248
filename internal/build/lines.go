package build

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// The Go runtime finds a function's name, its stack maps, and the file and line of an instruction in a
// table that the linker writes, "pclntab" (runtime/symtab.go; cmd/link/internal/ld/pcln.go). Files and
// lines are a tenth of what a page downloads, and are shown when a program panics, and by
// runtime.Caller. blankLines removes them; the runtime then says "?" and line 0, as for code without a
// table. Everything else stays: stack maps, which collections need, and names, without which a method
// that is called with a nil receiver would end the program instead of panicking (runtime.panicwrap).

// pclnMagic is how the table begins: the version since Go 1.20, padding, instructions of 1 byte,
// pointers of 8.
var pclnMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// pclntab is where the parts of the table are in memory.
type pclntab struct {
	m         memory
	functions int // how many there are
	// Where these begin: names of compilation units' files, files, tables of what changes from
	// instruction to instruction, and functions.
	cutab, filetab, pctab, funcs int
}

func findPclntab(m memory) (*pclntab, error) {
	var found *pclntab
	for at := 0; ; at++ {
		next := bytes.Index(m[at:], pclnMagic)
		if next < 0 {
			break
		}
		at += next
		if t := pclntabAt(m, at); t != nil && t.check() == nil {
			if found != nil {
				return nil, errors.New("there are two tables of functions")
			}
			found = t
		}
	}
	if found == nil {
		return nil, errors.New("no table of functions was found, or one of a version that is not known here")
	}
	return found, nil
}

func pclntabAt(m memory, at int) *pclntab {
	const words = 8
	if at+len(pclnMagic)+8*words > len(m) {
		return nil
	}
	var head [words]int // functions, files, nothing, then offsets: names, units, files, pctab, functions
	for i := range head {
		head[i] = int(binary.LittleEndian.Uint64(m[at+len(pclnMagic)+8*i:]))
	}
	for i := 3; i < words; i++ {
		if head[i] < 0 || head[i] > len(m)-at || i > 3 && head[i] < head[i-1] {
			return nil
		}
	}
	return &pclntab{m, head[0], at + head[4], at + head[5], at + head[6], at + head[7]}
}

// check refuses what only looks like the table: each function must begin where the index says.
func (t *pclntab) check() error {
	if t.functions <= 0 || t.functions > (len(t.m)-t.funcs)/8 {
		return fmt.Errorf("there are said to be %d functions", t.functions)
	}
	return t.each(func(f function) error { return nil })
}

// A function is its record in memory, a runtime._func.
type function []byte

// Where the fields are that are used here.
const (
	atEntry     = 0
	atPcsp      = 16
	atPcfile    = 20
	atPcln      = 24
	atNpcdata   = 28
	atCuOffset  = 32
	atStartLine = 36
	atPcdata    = 44
)

func (f function) get(at int) uint32    { return binary.LittleEndian.Uint32(f[at:]) }
func (f function) set(at int, n uint32) { binary.LittleEndian.PutUint32(f[at:], n) }

// each calls do for each function. The index has the offset of its code and of its record.
func (t *pclntab) each(do func(function) error) error {
	last := -1
	for i := range t.functions {
		index := t.m[t.funcs+8*i:]
		entry, record := binary.LittleEndian.Uint32(index), int(binary.LittleEndian.Uint32(index[4:]))
		if int(entry) <= last || record > len(t.m)-t.funcs-atPcdata {
			return fmt.Errorf("function %d is out of order, or has no record", i)
		}
		last = int(entry)
		f := function(t.m[t.funcs+record:])
		if f.get(atEntry) != entry || f.get(atNpcdata) > 16 || len(f) < atPcdata+4*int(f.get(atNpcdata)) {
			return fmt.Errorf("function %d has another record", i)
		}
		if err := do(f); err != nil {
			return err
		}
	}
	return nil
}

func blankLines(m memory) error {
	t, err := findPclntab(m)
	if err != nil {
		return err
	}
	tables := m[t.pctab:t.funcs]
	kept := make([]bool, len(tables))
	err = t.each(func(f function) error {
		// No table at offset 0: runtime.pcvalue answers -1, and runtime.funcline1 "?" and 0, before it
		// looks into a compilation unit.
		for _, at := range []int{atPcfile, atPcln, atCuOffset, atStartLine} {
			f.set(at, 0)
		}
		if err := keep(kept, tables, f.get(atPcsp)); err != nil {
			return err
		}
		for i := range int(f.get(atNpcdata)) {
			if err := keep(kept, tables, f.get(atPcdata+4*i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	// The linker has one table for all functions that would have the same, whatever it is about: only
	// what nothing refers to any more is blanked.
	for i, is := range kept {
		if !is {
			tables[i] = 0
		}
	}
	clear(m[t.cutab:t.pctab]) // units and files, which lines alone refer to
	return nil
}

// keep marks the table at an offset: pairs of numbers up to a 0 in first place, except that the first
// of all may be 0 (runtime.step).
func keep(kept []bool, tables []byte, offset uint32) error {
	if offset == 0 {
		return nil // none
	}
	at := int(offset)
	for first := true; ; first = false {
		if at >= len(tables) {
			return errors.New("a table of instructions has no end")
		}
		if tables[at] == 0 && !first {
			kept[at] = true
			return nil
		}
		for range 2 {
			_, n := binary.Uvarint(tables[min(at, len(tables)):])
			if n <= 0 {
				return errors.New("a table of instructions has no end")
			}
			for i := range n {
				kept[at+i] = true
			}
			at += n
		}
	}
}
