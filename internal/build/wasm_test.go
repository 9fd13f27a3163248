package build

import (
	"bytes"
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// hard is testdata/hard as the linker writes it.
var hard = sync.OnceValues(func() ([]byte, error) {
	return buildWasm(context.Background(), filepath.Join("..", ".."), "./internal/build/testdata/hard", false)
})

func linked(t *testing.T) []byte {
	t.Helper()
	wasm, err := hard()
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

func changed(t *testing.T, wasm []byte, change func(memory) error) []byte {
	t.Helper()
	wasm, err := withMemory(wasm, change)
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

func dataOf(t *testing.T, wasm []byte) []segment {
	t.Helper()
	sections, err := parseModule(wasm)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id == dataSection {
			segments, err := parseData(s.content)
			if err != nil {
				t.Fatal(err)
			}
			return segments
		}
	}
	t.Fatal("no data")
	return nil
}

// imageOf is load, written as the specification has it: segment by segment into a memory of zeros.
func imageOf(segments []segment) []byte {
	memory := make([]byte, 1<<24)
	for _, s := range segments {
		copy(memory[s.offset:s.offset+len(s.content)], s.content)
	}
	return memory
}

func TestJoiningSegmentsLosesNothing(t *testing.T) {
	wasm := linked(t)
	joined := changed(t, wasm, keepLines)
	before, after := dataOf(t, wasm), dataOf(t, joined)
	if len(before) < 10_000 || len(after) > 20 {
		t.Errorf("%d segments became %d", len(before), len(after))
	}
	// What is left out is what the start function writes.
	image := imageOf(before)
	buckets, err := findBuckets(image)
	if err != nil {
		t.Fatal(err)
	}
	buckets.clear(image)
	if !bytes.Equal(image, imageOf(after)) {
		t.Error("the memory is another")
	}
	// All else is as it was.
	old, _ := parseModule(wasm)
	made, _ := parseModule(joined)
	made = slices.DeleteFunc(made, func(s section) bool { return s.id == startSection })
	for i, s := range old {
		switch s.id {
		case dataSection, typeSection, functionSection, codeSection:
		default:
			if !reflect.DeepEqual(s, made[i]) {
				t.Errorf("section %d has changed", s.id)
			}
		}
	}
}

// An engine has the last word: before anything runs, the memory is the linker's, byte for byte.
func TestTheStartFunctionWritesWhatWasLeftOut(t *testing.T) {
	script, err := filepath.Abs(filepath.Join("testdata", "memory.cjs"))
	if err != nil {
		t.Fatal(err)
	}
	wasm := linked(t)
	was, is := node(t, wasm, script, "wasm_exec.js"), node(t, changed(t, wasm, keepLines), script, "wasm_exec.js")
	if was["used"].(float64) < 100_000 || !reflect.DeepEqual(was, is) {
		t.Errorf("the memory was %v, and is %v", was, is)
	}
	if table, err := findBuckets(imageOf(dataOf(t, wasm))); err != nil || table.records < 1000*bucketsPerFunction {
		t.Errorf("%d records of addresses, %v", table.records, err)
	}
}

func TestAModuleHasOneStartFunction(t *testing.T) {
	wasm := changed(t, linked(t), keepLines)
	sections, err := parseModule(wasm)
	if err != nil {
		t.Fatal(err)
	}
	for name, given := range map[string][]section{"one with a start": sections, "one without functions": {{exportSection, nil}}} {
		if _, err := addStart(given, bucketTable{}.startFunction()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := findBuckets(make(memory, 10_000)); err == nil {
		t.Error("a memory of zeros has a table")
	}
}

func TestSegmentsBeginBehindEnoughZeros(t *testing.T) {
	m := memory(append(append(append(make([]byte, 9), 1, 0, 0, 2), make([]byte, 5)...), 3))
	for over, want := range map[int][]segment{
		1: {{9, []byte{1}}, {12, []byte{2}}, {18, []byte{3}}},
		2: {{9, []byte{1, 0, 0, 2}}, {18, []byte{3}}},
		4: {{9, []byte{1, 0, 0, 2}}, {18, []byte{3}}},
		5: {{9, []byte{1, 0, 0, 2, 0, 0, 0, 0, 0, 3}}},
	} {
		if got := m.segments(over); !reflect.DeepEqual(got, want) {
			t.Errorf("over %d: %v", over, got)
		}
	}
	if got := memory(nil).segments(1); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

func TestDataIsReadAsItIsWritten(t *testing.T) {
	segments := []segment{{0, []byte("a")}, {63, nil}, {64, []byte("b")}, {8191, nil}, {8192, nil}, {1<<31 - 1, nil}, {1 << 31, nil}, {1<<32 - 1, nil}}
	got, err := parseData(writeData(segments))
	if err != nil || len(got) != len(segments) {
		t.Fatal(got, err)
	}
	for i, s := range segments {
		if got[i].offset != s.offset || !bytes.Equal(got[i].content, s.content) {
			t.Errorf("%v became %v", s, got[i])
		}
	}
}

func TestWhatIsNotKnownIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"a passive segment":  "\x01\x01\x01a",
		"another memory":     "\x01\x02\x00\x41\x00\x0b\x01a",
		"a global as offset": "\x01\x00\x23\x00\x0b\x01a",
		"a sum as offset":    "\x01\x00\x41\x00\x41\x01\x6a\x0b\x01a",
		"cut short":          "\x01\x00\x41\x00\x0b\x02a",
		"more behind it":     "\x01\x00\x41\x00\x0b\x01aa",
		"an endless number":  "\x01\x00\x41\x80\x80\x80\x80\x80\x80\x0b\x01a",
	} {
		if _, err := parseData([]byte(content)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for name, wasm := range map[string]string{
		"no wasm": "\x00asm\x02\x00\x00\x00", "no data": wasmHeader, "cut": wasmHeader + "\x01\x05a", "counted": wasmHeader + "\x0c\x01\x00\x0b\x01\x00",
	} {
		if _, err := withMemory([]byte(wasm), keepLines); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := blankLines(make(memory, 1000)); err == nil {
		t.Error("no table of functions is no error")
	}
}

// Of the memory, only the tables of lines and files and what points to them may change.
func TestBlankingChangesNothingButLines(t *testing.T) {
	wasm := linked(t)
	before, err := load(dataOf(t, wasm))
	if err != nil {
		t.Fatal(err)
	}
	after := slices.Clone(before)
	if err := blankLines(after); err != nil {
		t.Fatal(err)
	}
	table, err := findPclntab(before)
	if err != nil {
		t.Fatal(err)
	}
	may := make([]bool, len(before))
	for at := table.cutab; at < table.funcs; at++ {
		may[at] = true
	}
	blanked := &pclntab{after, table.functions, table.cutab, table.filetab, table.pctab, table.funcs}
	functions := 0
	var tables [][]byte // that the functions still refer to
	read := func(m memory, f function) {
		for i := -1; i < int(f.get(atNpcdata)); i++ {
			offset := f.get(atPcsp)
			if i >= 0 {
				offset = f.get(atPcdata + 4*i)
			}
			if offset != 0 {
				kept := make([]bool, table.funcs-table.pctab)
				if err := keep(kept, m[table.pctab:table.funcs], offset); err != nil {
					t.Fatal(err)
				}
				end := slices.Index(kept[offset:], false)
				if end < 0 {
					end = len(kept) - int(offset)
				}
				tables = append(tables, m[table.pctab+int(offset):][:end])
			}
		}
	}
	_ = table.each(func(f function) error {
		functions++
		at := len(before) - len(f)
		for _, field := range []int{atPcfile, atPcln, atCuOffset, atStartLine} {
			for i := range 4 {
				may[at+field+i] = true
			}
		}
		read(before, f)
		return nil
	})
	was := tables
	tables = nil
	_ = blanked.each(func(f function) error { read(after, f); return nil })
	if functions < 1000 || len(was) < functions || !reflect.DeepEqual(was, tables) {
		t.Errorf("%d functions had %d tables that are not of lines, and now have %d", functions, len(was), len(tables))
	}
	for at := range before {
		if before[at] != after[at] && !may[at] {
			t.Fatalf("byte %d has changed", at)
		}
	}
}
