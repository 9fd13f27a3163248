package page

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/hack-pad/safejs"
)

// What Go has been handed by the page (an element, say) stays alive until Go's collector finds that
// nothing refers to it any more. The collector goes by the size of Go's heap, where an element with
// all its subtree is a few bytes; in a quiet page it might not run for hours. So it is run some time
// after the page has called. It takes 1 to 2 ms.
const collectAfter = 3000 // ms

var collecting atomic.Bool // a collection is due

// collectSoon has the collector run once, soon.
func collectSoon() {
	if !collecting.CompareAndSwap(false, true) {
		return
	}
	run, err := collector()
	if err != nil {
		return
	}
	timer, err := Call(safejs.Global(), "setTimeout", run, collectAfter)
	if err != nil {
		collecting.Store(false) // the page's next call asks again
		return
	}
	_, _ = Call(timer, "unref") // Node: no reason to stay alive; a page's timer is a number and has none
}

// collector is made once, stays, and has no owner. It is no Handler made by funcOf: a collection is
// no reason for another.
var collector = sync.OnceValues(func() (safejs.Value, error) {
	f, err := rawFunc(func(safejs.Value, []safejs.Value) any {
		collecting.Store(false)
		runtime.GC()
		return nil
	})
	return f.Value(), err
})
