package deferred

import (
	"context"

	"github.com/godeferred/godeferred/deferred/internal/machine"
	"github.com/godeferred/godeferred/internal/page"
)

// Notify reports progress of the work under ctx: to the promise of Go or Map, or of the page's call of a
// function that Export or package page has made. v reaches the page as Value says. It does nothing under
// another context, and nothing any more once that promise has settled.
func Notify(ctx context.Context, v any) { page.Notify(ctx, v) }

// addProgress is add for progress callbacks. They stay in their list for the next notification.
func (c *core) addProgress(fns ...func(any)) {
	if len(fns) == 0 {
		return
	}
	c.mu.Lock()
	answer := c.step(machine.AddProgress)
	from := len(c.progress)
	if answer&(machine.KeepProgress|machine.CallProgress) != 0 {
		c.progress = append(c.progress, fns...)
	}
	c.mu.Unlock()
	if answer&machine.CallProgress != 0 {
		c.passProgress(from)
	}
}

// notify tells reactions and progress callbacks of v; inside a pass that is under way, after it.
func (c *core) notify(v any) {
	c.mu.Lock()
	answer := c.step(machine.Notify)
	if answer&machine.Later != 0 {
		c.later = append(c.later, v)
	}
	if answer&machine.Announce != 0 {
		c.announce(v)
	}
	c.mu.Unlock()
	if answer&machine.Announce != 0 {
		c.passProgress(0)
	}
}

// announce remembers a notification and queues it for the reactions. Call with c.mu held.
func (c *core) announce(v any) {
	c.last = v
	for _, r := range c.reactions {
		r.queue.push(job{r, notified, v})
	}
}

// passProgress calls progress callbacks from one on with the last notification, and then all with
// each of those made meanwhile.
func (c *core) passProgress(from int) {
	over := false
	defer func() {
		if !over {
			go c.passProgress(from)
		}
	}()
	for !c.runProgress(&from) {
	}
	over = true
}

func (c *core) runProgress(from *int) (over bool) {
	defer reportPanic()
	for {
		c.mu.Lock()
		switch {
		case *from < len(c.progress):
			fn, v := c.progress[*from], c.last
			*from++
			c.mu.Unlock()
			fn(v)
		case len(c.later) != 0:
			next := c.later[0]
			c.later = c.later[1:]
			c.announce(next)
			*from = 0
			c.mu.Unlock()
		default:
			c.step(machine.Progressed)
			c.forgetProgress()
			c.mu.Unlock()
			return true
		}
	}
}

// forgetProgress lets go of progress callbacks that cannot run any more. Call with c.mu held.
func (c *core) forgetProgress() {
	if c.outcome() != machine.Pending && c.state&machine.Notifying == 0 {
		c.progress, c.later = nil, nil
	}
}
