package deferred

import (
	"sync"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// A core is all of a promise that does not depend on the type of its value. It decides nothing: it
// asks the machine what an event does to its state and obeys the answer, as the page face does in
// JavaScript (web/src/deferred/settle.js, then.js).
//
// mu is never held while a function of the program's runs.
type core struct {
	mu    sync.Mutex
	state machine.State
	err   error // what it was rejected with

	done, fail []callback    // for the two outcomes
	progress   []func(any)   //
	last       any           // the last notification, for progress callbacks that come late
	later      []any         // notifications that wait for the one under way
	reactions  []reaction    // of then
	queue      *Queue        // where its own reactions to others run; nil until needed
	settled    chan struct{} // closed when it settles; nil until asked for

	follows   *core // it ends as that one does; guarded by followMu
	abortable       // what Abort ends
	watched   watched
}

// A callback finds the outcome by itself. It belongs to the join that added it, if one did: see letGo.
type callback struct {
	call func()
	of   *core
}

// step asks the machine and takes the state that it answers. Call with c.mu held.
func (c *core) step(e machine.Event) (answer int32) {
	answer = machine.Step(c.state, e)
	c.state = answer & machine.StateMask
	if answer&machine.Relieve != 0 {
		c.relieve()
	}
	return answer
}

// outcome is the state without its flags. Call with c.mu held.
func (c *core) outcome() machine.State { return c.state & machine.OutcomeMask }

// list is the one for the outcome of an answer.
func (c *core) list(answer int32) *[]callback {
	if answer&machine.OutcomeMask == machine.Rejected {
		return &c.fail
	}
	return &c.done
}

// add is for AddDone, AddFail and AddAlways. Late callbacks run before it returns, unless a pass is
// under way: then they are the last of that.
func (c *core) add(e machine.Event, fns ...func()) { c.addOf(nil, e, fns...) }

// addOf is add for the callbacks of a join.
func (c *core) addOf(of *core, e machine.Event, fns ...func()) {
	if len(fns) == 0 {
		return // jQuery: adding nothing handles nothing
	}
	c.mu.Lock()
	answer := c.step(e)
	if answer&machine.KeepDone != 0 {
		c.done = appendOf(c.done, of, fns)
	}
	if answer&machine.KeepFail != 0 {
		c.fail = appendOf(c.fail, of, fns)
	}
	if answer&machine.Call == 0 {
		c.mu.Unlock()
		return
	}
	list := c.list(answer)
	*list = appendOf(*list, of, fns)
	c.mu.Unlock()
	c.pass(list)
}

func appendOf(list []callback, of *core, fns []func()) []callback {
	for _, fn := range fns {
		list = append(list, callback{fn, of})
	}
	return list
}

// finish does what an answer with Fire asks for. Call with c.mu held; finish releases it.
func (c *core) finish(answer int32) {
	list := c.list(answer)
	sources := c.sources
	c.stops, c.sources, c.later = nil, nil, nil
	if list == &c.done {
		c.fail = nil
	} else {
		c.done = nil
	}
	if c.settled != nil {
		close(c.settled)
	}
	// Reactions are queued before any callback runs.
	for _, r := range c.reactions {
		r.queue.push(job{r, answer & machine.OutcomeMask, nil})
	}
	c.reactions = nil
	if answer&machine.Suspect != 0 {
		c.suspect()
	}
	if len(*list) == 0 {
		c.endPass(list)
		c.mu.Unlock()
	} else {
		c.mu.Unlock()
		c.pass(list)
	}
	for _, source := range sources {
		source.letGo(c) // it may have settled before all of them did
	}
}

// pass runs a list, which grows while its callbacks add to it. Whatever they do, all of them run.
func (c *core) pass(list *[]callback) {
	over := false
	defer func() {
		if !over { // runtime.Goexit in a callback, such as t.FailNow
			go c.pass(list)
		}
	}()
	for !c.runList(list) {
	}
	over = true
}

// runList runs callbacks until none is left, or one has panicked.
func (c *core) runList(list *[]callback) (over bool) {
	defer reportPanic()
	for {
		c.mu.Lock()
		if len(*list) == 0 {
			c.endPass(list)
			c.mu.Unlock()
			return true
		}
		fn := (*list)[0].call
		*list = (*list)[1:]
		c.mu.Unlock()
		fn()
	}
}

// endPass ends a pass over done or fail callbacks. Call with c.mu held.
func (c *core) endPass(list *[]callback) {
	c.step(machine.Fired)
	*list = nil
	c.forgetProgress()
}
