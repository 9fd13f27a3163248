package build

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A section of a wasm (WebAssembly core specification, 5.5.2).
type section struct {
	id      byte
	content []byte
}

const (
	customSection    = 0
	typeSection      = 1
	importSection    = 2
	functionSection  = 3
	exportSection    = 7
	startSection     = 8
	codeSection      = 10
	dataSection      = 11
	dataCountSection = 12
)

const wasmHeader = "\x00asm\x01\x00\x00\x00"

var errCut = errors.New("the wasm is cut short")

func parseModule(wasm []byte) (sections []section, err error) {
	if len(wasm) < len(wasmHeader) || string(wasm[:len(wasmHeader)]) != wasmHeader {
		return nil, errors.New("no wasm of version 1")
	}
	for rest := wasm[len(wasmHeader):]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errCut
		}
		end := 1 + n + int(size)
		sections = append(sections, section{rest[0], rest[1+n : end]})
		rest = rest[end:]
	}
	return sections, nil
}

func writeModule(sections []section) []byte {
	wasm := []byte(wasmHeader)
	for _, s := range sections {
		wasm = append(wasm, s.id)
		wasm = binary.AppendUvarint(wasm, uint64(len(s.content)))
		wasm = append(wasm, s.content...)
	}
	return wasm
}

// custom makes a custom section (5.5.3), which engines pass over and WebAssembly.Module.customSections
// reads before anything of the module runs.
func custom(name, content string) section {
	payload := binary.AppendUvarint(nil, uint64(len(name)))
	return section{customSection, append(append(payload, name...), content...)}
}

// A segment is a piece of memory that the module comes with.
type segment struct {
	offset  int
	content []byte
}

const (
	functionType = 0x60

	i32Const = 0x41
	endOfExp = 0x0b
)

// parseData reads a data section (5.5.14): active segments of memory 0 at constant offsets, which is all
// that Go's linker writes.
func parseData(content []byte) (segments []segment, err error) {
	r := &reader{rest: content}
	for count := r.number(); count > 0 && r.err == nil; count-- {
		if kind := r.number(); kind != 0 && r.err == nil {
			return nil, fmt.Errorf("a data segment is of kind %d, not active in memory 0", kind)
		}
		if op := r.byte(); op != i32Const && r.err == nil {
			return nil, fmt.Errorf("a data segment's offset is not a constant (%#x)", op)
		}
		offset := r.signed()
		if r.byte() != endOfExp && r.err == nil {
			return nil, errors.New("a data segment's offset is more than a constant")
		}
		segments = append(segments, segment{int(uint32(offset)), r.take(r.number())})
	}
	if r.err == nil && len(r.rest) > 0 {
		r.err = errors.New("something stands behind the data segments")
	}
	return segments, r.err
}

func writeData(segments []segment) []byte {
	content := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		content = append(content, 0, i32Const)
		content = appendSigned(content, int32(s.offset))
		content = append(content, endOfExp)
		content = binary.AppendUvarint(content, uint64(len(s.content)))
		content = append(content, s.content...)
	}
	return content
}

// appendSigned writes a signed LEB128 (5.2.2).
func appendSigned(b []byte, n int32) []byte {
	for {
		c := byte(n & 0x7f)
		n >>= 7
		if n == 0 && c&0x40 == 0 || n == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// A reader keeps its first error, and answers zeros from then on.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest, r.err = nil, errCut
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

func (r *reader) number() int {
	n, length := binary.Uvarint(r.rest)
	if length <= 0 || n > 1<<32-1 {
		r.rest, r.err = nil, errCut
		return 0
	}
	r.rest = r.rest[length:]
	return int(n)
}

func (r *reader) signed() (n int32) {
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int32(b&0x7f) << shift
		if b < 0x80 {
			if shift < 25 && b&0x40 != 0 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	r.rest, r.err = nil, errors.New("a number is too long")
	return 0
}
