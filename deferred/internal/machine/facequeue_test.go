package machine

// The asynchronous half of a face: reactions of then, and the queue they run on.

// A reaction is what then hangs on a deferred: it is told the outcome, or Progress, and a value.
type reaction struct{ run func(kind int32, v int) }

type job struct {
	*reaction
	kind int32
	v    int
}

func (f *face) then(d *holder, run func(kind int32, v int)) {
	answer := f.m.Then(d.slot)
	if answer < 0 {
		f.t.Fatalf("Then(%d) answered %d", d.slot, answer)
	}
	r := []*reaction{{run}}
	if answer&Replay != 0 {
		f.queue = append(f.queue, job{r[0], Progress, d.last})
	}
	if answer&Queue == 0 {
		d.thens = append(d.thens, r[0])
	}
	f.enqueue(answer, r, f.state(d), d.value)
	f.take(d, answer)
}

// adopt locks d in to another deferred, as when a handler of then returned it.
func (f *face) adopt(d, to *holder) {
	claim := f.m.Lock(d.slot)
	f.then(to, func(kind int32, v int) {
		if kind == Progress {
			if f.m.Held(d.slot, claim) == 1 {
				f.notify(d, v)
			}
		} else if f.m.Claim(d.slot, claim) == 1 {
			f.settle(d, kind, v)
		}
	})
}

func (f *face) enqueue(answer int32, rs []*reaction, kind int32, v int) {
	if answer&Schedule != 0 {
		f.scheduled = true
	}
	if answer&Queue != 0 {
		for _, r := range rs {
			f.queue = append(f.queue, job{r, kind, v})
		}
	}
}

func (f *face) take(d *holder, answer int32) {
	if slot := answer >> SlotShift & 7; slot != Own {
		d.slot = slot
	}
}

// drain is the microtask: it does nothing unless the machine asked for it. Inside a reaction it
// runs what is queued behind that reaction; the end of the outermost one ends the draining.
func (f *face) drain() {
	if !f.scheduled {
		return
	}
	left := f.m.Drained(0)
	for ; len(f.queue) != 0 && f.patience > 0; f.patience-- {
		j := f.queue[0]
		f.queue = f.queue[1:]
		j.run(j.kind, j.v)
		left = f.m.Drained(1)
	}
	if left != 0 {
		return
	}
	f.scheduled = false
	rejected := f.rejected
	f.rejected = nil
	for _, d := range rejected {
		if f.m.Unhandled(d.slot) == 1 {
			f.unhandled(d)
		}
	}
}
