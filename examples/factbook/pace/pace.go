// Package pace lets long work in a page's program pause, so that the page and other calls get their turn.
package pace

import (
	"context"
	"time"
)

// slice is for how long the program computes before it pauses. In the page, no frame is drawn and no key is taken in that
// time; in a worker, no call begins. A shorter one would make all of it less visible, and the work slower.
const slice = 250 * time.Millisecond

// gap is how long a pause is. In one of a millisecond, a page that is busy drew no frame.
const gap = 16 * time.Millisecond

// A Pacer is for one piece of work.
type Pacer struct{ began time.Time }

// New begins a slice.
func New() *Pacer { return &Pacer{time.Now()} }

// Pause returns at once, until a slice is over. Then it calls tell, and gives the others their turn. It answers why ctx has
// ended, if it has.
func (p *Pacer) Pause(ctx context.Context, tell func()) error {
	if time.Since(p.began) < slice {
		return nil
	}
	tell()
	time.Sleep(gap) // runtime.Gosched would not return to the browser
	p.began = time.Now()
	return context.Cause(ctx)
}
