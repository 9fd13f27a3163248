package beside

import "sync"

// What a careful programmer writes for one purpose, without a library: safe on any goroutine, and nothing more. It has no
// errors, progress, abort, order among handlers, or reports of panics.

// A handCallbacks is a value that comes later, for functions.
type handCallbacks struct {
	mu      sync.Mutex
	settled bool
	value   int
	fns     []func(int)
}

func (h *handCallbacks) done(fn func(int)) {
	h.mu.Lock()
	if !h.settled {
		h.fns = append(h.fns, fn)
		h.mu.Unlock()
		return
	}
	h.mu.Unlock()
	fn(h.value)
}

func (h *handCallbacks) resolve(value int) {
	h.mu.Lock()
	if h.settled {
		h.mu.Unlock()
		return
	}
	h.settled, h.value = true, value
	fns := h.fns
	h.fns = nil
	h.mu.Unlock()
	for _, fn := range fns {
		fn(value)
	}
}

// A handFuture is a value that comes later, for goroutines: any number of them may wait.
type handFuture struct {
	settled chan struct{}
	value   int
}

func newHandFuture() *handFuture { return &handFuture{settled: make(chan struct{})} }

func (h *handFuture) resolve(value int) {
	h.value = value
	close(h.settled)
}
