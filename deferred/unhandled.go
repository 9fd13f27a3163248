package deferred

import (
	"runtime"

	"github.com/godeferred/godeferred/internal/page"
)

// UnhandledError is reported for a rejection that nothing has handled and nothing can any more: see
// OnReport. Err is what the promise was rejected with.
type UnhandledError struct{ Err error }

func (e *UnhandledError) Error() string { return "unhandled rejection: " + e.Err.Error() }

// Unwrap gives the rejection.
func (e *UnhandledError) Unwrap() error { return e.Err }

// watched is the watch that is kept on a rejected promise that nothing handles: the machine says when
// it starts (Suspect) and when it ends (Relieve).
type watched struct {
	cleanup runtime.Cleanup
	kept    bool
}

// A watcher takes over from the collector, in tests.
type watcher interface {
	suspect(*core)
	relieve(*core)
}

// suspect has the rejection reported once the promise is garbage. The page looks at the end of its
// queue. But a goroutine may call Await a little after another rejects, so here the time to look is when nothing refers to
// the promise any more. Call with c.mu held.
func (c *core) suspect() {
	if c.queue != nil && c.queue.watch != nil {
		c.queue.watch.suspect(c)
		return
	}
	c.watched = watched{runtime.AddCleanup(c, reportUnhandled, c.err), true}
}

func reportUnhandled(err error) { page.Report(&UnhandledError{err}) }

// relieve ends the watch. Call with c.mu held.
func (c *core) relieve() {
	if c.queue != nil && c.queue.watch != nil {
		c.queue.watch.relieve(c)
	}
	if c.watched.kept {
		c.watched.cleanup.Stop()
		c.watched = watched{}
	}
}
