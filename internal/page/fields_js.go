package page

import (
	"encoding/binary"
	"syscall/js"
	"unsafe"

	"github.com/hack-pad/safejs"
)

// The page writes fields here. Go takes a copy at once, so that all reads can share it: only one goroutine runs at a time,
// and none waits in between.
var (
	fieldsRoom   [1 << 14]byte
	fieldsAt     any = js.ValueOf(int(uintptr(unsafe.Pointer(&fieldsRoom))))
	fieldsLength any = js.ValueOf(len(fieldsRoom))
)

// Fields reads properties of an object, by an array of their names, all at once. written has them one after the other; see
// web/src/program/memory.js. values has them, too, where some are only there: what has no text, or no room. An array answers
// false. What a getter throws is an error.
func Fields(object any, names js.Value) (written string, values js.Value, is bool, err error) {
	given, err := invoke(link.fields, object, names, fieldsAt, fieldsLength)
	if err != nil || TypeOf(given) == safejs.TypeBoolean {
		return "", js.Undefined(), false, err
	}
	n := binary.LittleEndian.Uint32(fieldsRoom[:])
	return string(fieldsRoom[4 : 4+n]), safejs.Unsafe(given), true, nil
}
