package machine

import "testing"

// A face is the owner that the machine is made for, in its smallest form: it holds functions and
// values, and decides nothing. Every `if` in it is about an answer of the machine, never about a
// state, so a test on a face is a test of the machine's rules. The JavaScript glue obeys the same
// answers in the same order.
type face struct {
	t         testing.TB
	m         *Machine
	next, end int32 // what is left of the block in hand
	queue     []job
	scheduled bool      // the machine asked for a drain
	rejected  []*holder // looked at once the queue has run
	unhandled func(*holder)
	patience  int // how many jobs to run at most: progress in a ring of adoptions never ends
}

// A holder is one deferred of a face.
type holder struct {
	id       int
	slot     int32
	done     []func(int)
	fail     []func(int)
	progress []func(int)
	thens    []*reaction
	value    int   // what it was settled with
	last     int   // what it was notified with last
	later    []int // notifications that wait for the pass under way
}

// A reaction is what then hangs on a deferred: it is told the outcome, or Progress, and a value.
type reaction struct{ run func(kind int32, v int) }

type job struct {
	*reaction
	kind int32
	v    int
}

const patience = 1000

func newFace(t testing.TB) *face {
	return &face{t: t, m: New(0), unhandled: func(*holder) {}, patience: patience}
}

// create hands out the next slot of the block in hand, as the page does without any call.
func (f *face) create() *holder {
	if f.next == f.end {
		f.next = f.m.Take()
		if f.next == Full {
			f.m.Grow(1)
			f.next = f.m.Take()
		}
		if f.next < firstBlock {
			f.t.Fatalf("Take answered %d after Grow", f.next)
		}
		f.end = f.next + BlockSize
	}
	f.next++
	return &holder{slot: f.next - 1}
}

func (f *face) state(d *holder) int32 { return f.m.State(d.slot) }

func (f *face) add(d *holder, kind int32, fns ...func(int)) {
	answer := f.m.Add(d.slot, kind, int32(len(fns)))
	if answer == Drop {
		return
	}
	if answer < 0 {
		f.t.Fatalf("Add(%d, %d, %d) answered %d", d.slot, kind, len(fns), answer)
	}
	switch kind {
	case Done:
		d.done = append(d.done, fns...)
	case Fail:
		d.fail = append(d.fail, fns...)
	case Always:
		d.done = append(d.done, fns...)
		d.fail = append(d.fail, fns...)
	case Progress:
		d.progress = append(d.progress, fns...)
	}
	if answer == Keep {
		return
	}
	if answer >= FirstFrame {
		d.slot = answer
	}
	if kind == Progress {
		f.notifyPass(d, len(d.progress)-len(fns), len(fns))
	} else {
		f.pass(d, len(fns))
	}
}

// pass runs done or fail callbacks until the machine says that the pass is over.
func (f *face) pass(d *holder, count int) {
	list := &d.done
	if f.state(d) == Rejected {
		list = &d.fail
	}
	for {
		for range count {
			fn := (*list)[0]
			*list = (*list)[1:]
			fn(d.value)
		}
		answer := f.m.Ran(d.slot)
		if answer < 0 {
			d.slot = ^answer
			return
		}
		count = int(answer)
	}
}

// notifyPass is pass for progress callbacks. They stay in their list for the next notification.
func (f *face) notifyPass(d *holder, from, count int) {
	for {
		for range count {
			d.progress[from](d.last)
			from++
		}
		answer := f.m.Progressed(d.slot)
		if answer < 0 {
			d.slot = ^answer
			return
		}
		if answer == Next {
			d.last, d.later = d.later[0], d.later[1:]
			answer = f.m.Resume(d.slot)
			if answer < 0 {
				f.t.Fatalf("Resume(%d) answered %d", d.slot, answer)
			}
			f.enqueue(answer, d.thens, Progress, d.last)
			from, answer = 0, answer>>CountShift
		}
		count = int(answer)
	}
}

func (f *face) settle(d *holder, outcome int32, v int) {
	answer := f.m.Settle(d.slot, outcome)
	if answer == Ignored {
		return
	}
	if answer < 0 {
		f.t.Fatalf("Settle(%d, %d) answered %d", d.slot, outcome, answer)
	}
	d.value, d.later = v, nil
	f.enqueue(answer, d.thens, outcome, v)
	d.thens = nil
	f.take(d, answer)
	if f.m.Unhandled(d.slot) == 1 {
		f.rejected = append(f.rejected, d)
	}
	if count := answer >> CountShift; count != 0 {
		f.pass(d, int(count))
	}
}

func (f *face) notify(d *holder, v int) {
	answer := f.m.Notify(d.slot)
	switch {
	case answer == Ignored:
		return
	case answer == Later:
		d.later = append(d.later, v)
		return
	case answer < 0:
		f.t.Fatalf("Notify(%d) answered %d", d.slot, answer)
	}
	d.last = v
	f.enqueue(answer, d.thens, Progress, v)
	if count := answer >> CountShift; count != 0 {
		f.notifyPass(d, 0, int(count))
	}
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
