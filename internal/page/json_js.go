package page

import (
	"runtime"
	"syscall/js"
	"unsafe"

	"github.com/hack-pad/safejs"
)

// JSON is the text of a value for the page. It crosses in one call, where each property that is set would be another: a
// thousand structs take a tenth of the time.
type JSON []byte

// spareJSON is the memory of a text that has crossed, so that most need none of their own. Only one goroutine runs at a
// time, and none waits between taking it and giving it back.
var spareJSON JSON

// mostSpare is how many bytes are kept.
const mostSpare = 1 << 20

// NewJSON is an empty text. Each is parsed once at most, and then not used any more.
func NewJSON() JSON {
	empty := spareJSON[:0]
	spareJSON = nil
	return empty
}

func (j JSON) giveBack() {
	if cap(j) <= mostSpare {
		spareJSON = j
	}
}

// Parse makes the value.
func (j JSON) Parse() (safejs.Value, error) {
	defer j.giveBack()
	return invoke(jsonParse, unsafe.String(unsafe.SliceData(j), len(j))) // nobody writes to it meanwhile
}

// PageValue makes the value.
func (j JSON) PageValue() (any, error) { return j.Parse() }

var jsonParse = js.Global().Get("JSON").Get("parse")

// settleWritten resolves a call with the value. The page reads the text in Go's memory: as a string and a value that Go
// has for a moment, it took 10 µs more.
func settleWritten(number int, text JSON) {
	_, err := invoke(link.settle, 4*number+written, int(uintptr(unsafe.Pointer(unsafe.SliceData(text)))), len(text))
	runtime.KeepAlive(text)
	text.giveBack()
	if err != nil {
		Report(err)
	}
}
