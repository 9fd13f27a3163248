package runtime

import (
	"runtime"
	"syscall/js"
)

// What Go has been handed by the page (a question with the data of a request, say) stays alive in the
// page until Go's collector finds that nothing refers to it any more; in a quiet page it might not run
// for hours. So it is run some time after the page has called. It takes 1 to 2 ms.
const collectAfter = 3000 // ms

var (
	collecting bool // a collection is due; all calls are on one thread
	collector  = js.FuncOf(func(js.Value, []js.Value) any {
		collecting = false
		runtime.GC()
		return nil
	})
)

// collectSoon has the collector run once, soon.
func collectSoon() {
	if collecting {
		return
	}
	collecting = true
	defer func() {
		if recover() != nil { // a page's own setTimeout may throw: the answer is more important
			collecting = false
		}
	}()
	timer := js.Global().Call("setTimeout", collector, collectAfter)
	if timer.Type() == js.TypeObject {
		timer.Call("unref") // Node: no reason to stay alive
	}
}
