package deferred

import (
	"sync"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// A Queue runs the reactions of Then and its kin: one at a time, in the order in which they became
// due, on a goroutine that starts with the first and ends with the last. The zero value is ready to
// use; it must not be copied after first use.
//
// Each deferred made by New brings a queue of its own, and what is derived from it by Then, All and
// so on shares that one, so that within a family of promises the order is always the same. Give
// several deferreds one queue by NewOn where the order between them matters; in a page, that is the
// order of microtasks.
//
// One queue for the whole program was the other choice. In Go, where a handler may well wait for a
// lock or a file, one such handler would have held up every promise there is; and a promise of one
// testing/synctest bubble would have had its handlers run in another.
type Queue struct {
	mu      sync.Mutex
	jobs    []job
	running bool // a goroutine runs them, or will

	// Tests look at unhandled rejections by themselves; see unhandled.go.
	watch watcher
}

// A reaction is what then hangs on a promise. It runs on its queue.
type reaction struct {
	queue *Queue
	tell  func(kind machine.State, v any)
	of    *core // the promise that reacts
}

// notified is what a reaction is told beside the outcomes; v is for this kind alone.
const notified = machine.Resolved | machine.Rejected

// A job is a reaction that is due.
type job struct {
	reaction
	kind machine.State
	v    any
}

func (q *Queue) push(j job) {
	q.mu.Lock()
	q.jobs = append(q.jobs, j)
	start := !q.running
	q.running = true
	q.mu.Unlock()
	if start {
		go q.run()
	}
}

// run runs all jobs, those that are queued meanwhile included.
func (q *Queue) run() {
	over := false
	defer func() {
		if !over { // runtime.Goexit in a handler
			go q.run()
		}
	}()
	for {
		q.mu.Lock()
		if len(q.jobs) == 0 {
			q.jobs, q.running = nil, false
			q.mu.Unlock()
			over = true
			return
		}
		q.mu.Unlock()
		q.next()
	}
}

// next runs the job that has been due for longest, and tells whether there was one.
func (q *Queue) next() bool {
	q.mu.Lock()
	if len(q.jobs) == 0 {
		q.mu.Unlock()
		return false
	}
	j := q.jobs[0]
	q.jobs[0] = job{}
	q.jobs = q.jobs[1:]
	q.mu.Unlock()
	j.tell(j.kind, j.v)
	return true
}

// queueOf is the queue of a promise, made if it has none yet.
func (c *core) queueOf() *Queue {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.queue == nil {
		c.queue = new(Queue)
	}
	return c.queue
}
