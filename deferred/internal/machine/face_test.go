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

const patience = 1000

func newFace(t testing.TB) *face {
	return &face{t: t, m: New(0), unhandled: func(*holder) {}, patience: patience}
}

// create hands out the next slot of the block in hand, as the page does without any call.
func (f *face) create() *holder {
	if f.next == f.end {
		if f.next = f.m.Take(); f.next == Full {
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
			if answer = f.m.Resume(d.slot); answer < 0 {
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
	switch {
	case answer == Ignored:
		return
	case answer < 0:
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
