package deferred

import (
	"sync"
	"unsafe"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred/internal/machine"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// DeferredToJS returns a deferred for the page that either side settles: the bundle's own where the page has it
// (window.godeferred, ready), with resolve, reject, notify and the methods of a promise; else an object with promise,
// resolve and reject, as Promise.withResolvers makes it. Only the first settling counts, on whichever side.
//
// What the page resolves it with becomes d's value by from, which runs inside the page's call, where there is the
// bundle, else in a microtask, and must not wait. An error of from rejects d; a panic does, too, and is reported. A
// rejection of the page's is a *PageError. What Go settles it with reaches the page as ToJS says. Progress passes both
// ways, as Args here. Where the page aborts the bundle's deferred or its promise, d is aborted: see Abort; the abort of
// what is chained to them does not come here, since d waits, too.
//
// The error is a TypeError for a nil d or from, and else about making the deferred, and so rare.
func DeferredToJS[T any](d *Deferred[T], from func(Args) (T, error)) (safejs.Value, error) {
	switch {
	case d == nil:
		return safejs.Undefined(), wrong.TypeError("d must be a deferred, not nil")
	case from == nil:
		return safejs.Undefined(), wrong.TypeError("from must be a function, not nil")
	}
	far, err := page.NewSettler()
	if err != nil {
		return safejs.Undefined(), err
	}
	forget, err := far.OnAbort(d.promise.Abort)
	if err != nil {
		return safejs.Undefined(), err
	}
	d.promise.add(machine.AddAlways, forget)
	return far.Value, tie(d, far, from)
}

// DeferredFromJS returns the Go side of a deferred of the page's: the bundle's, jQuery's, or an object with promise,
// resolve and reject. Settling and notifying it settles and notifies the page's; what the page does with it arrives
// here, as FromJS says. Only the first settling counts, on whichever side: the two sides agree at once for deferreds
// whose done calls back at once, as those of the bundle and of jQuery do; others hear of the page's settling in a
// microtask.
//
// Args reach the page as all arguments, of which a native promise takes the first. Abort of its promise calls the
// page's abort, if there is one. The error is a TypeError if the value is not a deferred.
func DeferredFromJS(value safejs.Value) (*Deferred[Args], error) {
	far, err := page.SettlerOf("value", value)
	if err != nil {
		return nil, err
	}
	d := New[Args]()
	if far.CanAbort() {
		d.OnAbort(far.Abort)
	}
	return d, tie(d, far, func(args Args) (Args, error) { return args, nil })
}

// tie has two deferreds settle and notify each other. None gets back what came from it.
func tie[T any](d *Deferred[T], far *page.Settler, from func(Args) (T, error)) error {
	t := &ties{far: far}
	forget, err := far.Hear(func(what int, values []safejs.Value) {
		switch what {
		case page.Done:
			var v T
			err := page.Contained(func() (err error) {
				v, err = from(values)
				return err
			})
			t.settled = true
			d.Settle(v, err)
		case page.Failed:
			t.settled = true
			d.Reject(page.Reason(values))
		default:
			if !t.wasSent(values) {
				d.Notify(t.came(values))
			}
		}
	})
	if err != nil {
		return err
	}
	d.promise.addProgress(t.notify)
	d.promise.add(machine.AddDone, func() {
		if !t.settled {
			values, err := values(d.promise.value)
			if err != nil {
				far.Reject(err)
			} else {
				far.Resolve(values...)
			}
		}
		forget()
	})
	d.promise.add(machine.AddFail, func() {
		if !t.settled {
			far.Reject(d.promise.err)
		}
		forget()
	})
	return nil
}

// ties keep apart what came from the page and what was sent there. A flag that is set during a call would not do:
// notifications that are made inside others wait for their end, on both sides.
type ties struct {
	far     *page.Settler
	settled bool // by the page

	mu      sync.Mutex
	sent    [][]any
	arrived []*safejs.Value // where their arguments are: no other Args are there
}

// notify is the progress callback of the Go side.
func (t *ties) notify(v any) {
	if args, is := v.(Args); is && t.hasCome(args) {
		return
	}
	values, err := values(v)
	if err != nil {
		page.Report(err)
		return
	}
	if t.far.HasProgress() && !t.settled {
		t.mu.Lock()
		t.sent = append(t.sent, values)
		t.mu.Unlock()
		t.far.Notify(values...)
	}
}

// came notes Args of the page's.
func (t *ties) came(args Args) Args {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.arrived = append(t.arrived, unsafe.SliceData(args))
	return args
}

func (t *ties) hasCome(args Args) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, at := range t.arrived {
		if at == unsafe.SliceData(args) {
			t.arrived = append(t.arrived[:i], t.arrived[i+1:]...)
			return true
		}
	}
	return false
}

// wasSent tells whether values are what came back of a notification from here.
func (t *ties) wasSent(values []safejs.Value) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, sent := range t.sent {
		if areSame(sent, values) {
			t.sent = append(t.sent[:i], t.sent[i+1:]...)
			return true
		}
	}
	return false
}

func areSame(sent []any, values []safejs.Value) bool {
	if len(sent) != len(values) {
		return false
	}
	for i, value := range values {
		one, is := sent[i].(safejs.Value)
		if !is || !one.Equal(value) && !(one.IsNaN() && value.IsNaN()) {
			return false
		}
	}
	return true
}
