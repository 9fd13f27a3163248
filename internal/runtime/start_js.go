// Package runtime is what makes a Go program the runtime of a page: the handshake while it starts, and
// the rules' calls. It is on syscall/js alone: package page and safejs bring fmt, context and
// runtime/debug, which are 111 kB of what every page downloads. The page's half is web/src/runtime/load.js.
package runtime

import (
	"runtime"
	"syscall/js"

	"github.com/godeferred/godeferred/internal/handshake"
	"github.com/godeferred/godeferred/internal/tables"
)

// Protocol is the version of the handshake and of the calls. The page refuses another.
const Protocol = 5

// Start hands the page what it can call, and says what this program is: its protocol, the hash of the
// rules that are linked into it, and its Go version. It does nothing in a page that is not starting it.
// The program must live on: when it has ended, nothing of it can be called.
func Start() {
	bridge := handshake.Bridge()
	if bridge.IsUndefined() {
		return
	}
	functions := js.Global().Get("Object").New()
	functions.Set("ask", function("ask", ask))
	bridge.Set("protocol", Protocol)
	bridge.Set("table", tables.Make().Hash())
	bridge.Set("go", runtime.Version())
	bridge.Set("functions", functions)
}
