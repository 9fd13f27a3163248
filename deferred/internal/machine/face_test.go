package machine

import "testing"

// A face is the owner that the machine is made for, in its smallest form: it holds functions and
// values, and decides nothing. Every `if` in it is about an answer of the machine, never about a
// state, so a test on a face is a test of the machine's rules. The JavaScript face obeys the same
// answers in the same order.
type face struct {
	t         testing.TB
	queue     []job
	running   int       // drains under way, one inside the other
	suspects  []*holder // looked at once the queue has run
	reported  map[*holder]bool
	unhandled func(*holder)
	relieved  func(*holder) // reported as unhandled, and handled after all
	patience  int           // how many jobs to run at most: progress in a ring of adoptions never ends
}

// A holder is one deferred of a face.
type holder struct {
	id       int
	state    State
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
	return &face{
		t:         t,
		reported:  map[*holder]bool{},
		unhandled: func(*holder) {},
		relieved:  func(*holder) {},
		patience:  patience,
	}
}

func (f *face) create() *holder { return &holder{} }

func (f *face) state(d *holder) State { return d.state & OutcomeMask }

// step asks the machine and takes the state that it answers.
func (f *face) step(d *holder, e Event) int32 {
	answer := Step(d.state, e)
	if answer == Invalid {
		f.t.Fatalf("Step(%v, %v) is invalid", stateName(d.state), eventName(e))
	}
	d.state = answer & StateMask
	return answer
}

// add is for AddDone, AddFail, AddAlways and AddProgress.
func (f *face) add(d *holder, e Event, fns ...func(int)) {
	answer := f.step(d, e)
	if answer&Relieve != 0 {
		f.relieve(d)
	}
	if answer&KeepDone != 0 {
		d.done = append(d.done, fns...)
	}
	if answer&KeepFail != 0 {
		d.fail = append(d.fail, fns...)
	}
	if answer&KeepProgress != 0 {
		d.progress = append(d.progress, fns...)
	}
	if answer&Call != 0 {
		list := d.list(answer)
		*list = append(*list, fns...)
		f.pass(d, list)
	}
	if answer&CallProgress != 0 {
		from := len(d.progress)
		d.progress = append(d.progress, fns...)
		f.progressPass(d, from)
	}
}

// list is the one for the outcome of an answer.
func (d *holder) list(answer int32) *[]func(int) {
	if answer&OutcomeMask == Rejected {
		return &d.fail
	}
	return &d.done
}

// pass runs a list, which grows while its callbacks add to it.
func (f *face) pass(d *holder, list *[]func(int)) {
	for len(*list) != 0 {
		fn := (*list)[0]
		*list = (*list)[1:]
		fn(d.value)
	}
	f.step(d, Fired)
}

// progressPass is pass for progress callbacks. They stay in their list for the next notification.
func (f *face) progressPass(d *holder, from int) {
	for {
		for ; from < len(d.progress); from++ {
			d.progress[from](d.last)
		}
		if len(d.later) == 0 {
			break
		}
		next := d.later[0]
		d.later = d.later[1:]
		f.announce(d, next)
		from = 0
	}
	f.step(d, Progressed)
}

func (f *face) settle(d *holder, outcome State, v int) {
	event := Resolve
	if outcome == Rejected {
		event = Reject
	}
	answer := f.step(d, event)
	if answer&Queue != 0 {
		for _, r := range d.thens {
			f.queue = append(f.queue, job{r, answer & OutcomeMask, v})
		}
		d.thens = nil
	}
	if answer&Suspect != 0 {
		f.suspects = append(f.suspects, d)
	}
	if answer&Fire != 0 {
		d.value, d.later = v, nil
		list := d.list(answer)
		fns := *list
		d.done, d.fail = nil, nil
		*list = fns
		f.pass(d, list)
	}
}

func (f *face) notify(d *holder, v int) {
	answer := f.step(d, Notify)
	if answer&Later != 0 {
		d.later = append(d.later, v)
	}
	if answer&Announce != 0 {
		f.announce(d, v)
		f.progressPass(d, 0)
	}
}

func (f *face) announce(d *holder, v int) {
	d.last = v
	for _, r := range d.thens {
		f.queue = append(f.queue, job{r, progress, v})
	}
}
