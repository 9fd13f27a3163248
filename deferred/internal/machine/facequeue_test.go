package machine

import "slices"

// The asynchronous half of a face: reactions of then, the queue they run on, and the rejections
// that are looked at when it has run.

// progress is what a reaction is told beside the outcomes.
const progress = Resolved | Rejected

// A reaction is what then hangs on a deferred: it is told the outcome, or progress, and a value.
type reaction struct{ run func(kind int32, v int) }

type job struct {
	*reaction
	kind int32
	v    int
}

func (f *face) then(d *holder, run func(kind int32, v int)) {
	answer := f.step(d, Then)
	if answer&Relieve != 0 {
		f.relieve(d)
	}
	r := &reaction{run}
	if answer&Replay != 0 {
		f.queue = append(f.queue, job{r, progress, d.last})
	}
	if answer&KeepThen != 0 {
		d.thens = append(d.thens, r)
	}
	if answer&Queue != 0 {
		f.queue = append(f.queue, job{r, answer & OutcomeMask, d.value})
	}
}

// adopt locks d in to another deferred, as when a handler of then returned it.
func (f *face) adopt(d, to *holder) {
	f.step(d, Lock)
	f.then(to, func(kind int32, v int) {
		if kind == progress {
			f.notify(d, v)
			return
		}
		f.step(d, Unlock)
		f.settle(d, kind, v)
	})
}

// relieve obeys the answer Relieve: d is no suspect any more, or was reported in vain.
func (f *face) relieve(d *holder) {
	if i := slices.Index(f.suspects, d); i >= 0 {
		f.suspects = slices.Delete(f.suspects, i, i+1)
	} else if f.reported[d] {
		delete(f.reported, d)
		f.relieved(d)
	} else {
		f.t.Fatalf("Relieve for %d, which was never suspected", d.id)
	}
}

// drain is the microtask. Inside a reaction it runs what is queued behind that reaction; the end
// of the outermost one ends the draining.
func (f *face) drain() {
	f.running++
	for ; len(f.queue) != 0 && f.patience > 0; f.patience-- {
		j := f.queue[0]
		f.queue = f.queue[1:]
		j.run(j.kind, j.v)
	}
	if f.running--; f.running > 0 || len(f.queue) != 0 {
		return
	}
	suspects := f.suspects
	f.suspects = nil
	for _, d := range suspects {
		f.reported[d] = true
		f.unhandled(d)
	}
}
