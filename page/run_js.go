package page

import (
	"errors"

	"github.com/godeferred/godeferred/internal/handshake"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/runtime"
)

// The rules are there as soon as the program has begun, before main: requests and animations of the page
// need not wait for what the program does until Run.
func init() {
	runtime.Start()
	if bridge := handshake.Bridge(); !bridge.IsUndefined() && bridge.Get("rules").Truthy() {
		select {} // the program runs in a worker, and this instance only answers the page's questions
	}
}

// Run tells the page that the program is ready, and never returns: a program that has ended can be called no
// more. godeferred.ready waits for it.
//
// It panics under a loader other than godeferred's script, such as wasm_exec.js alone: nobody could call what
// the program exports. See Linked.
func Run() {
	if !seam.Linked() {
		panic(errNotLinked)
	}
	seam.Up()
	select {}
}

var errNotLinked = errors.New("page.Run: no script of godeferred's has started this program: load it by the data-wasm of godeferred.js, or by load({ wasm })")

// Linked tells whether godeferred's script has started this program. A program that is also to run under another
// loader asks it before Run.
func Linked() bool { return seam.Linked() }
