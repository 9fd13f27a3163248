package deferred

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// The programs of the machine's own tests (deferred/internal/machine/program_test.go, which explains
// them), as TestExportPrograms writes them, each with what the model of jQuery did. The machine, the
// page face and jQuery itself run the same ones (e2e/oracle).

type exportedProgram struct {
	Name    string       `json:"name"`
	Plain   bool         `json:"plain"`
	Program []step       `json:"program"`
	Trace   []traceEvent `json:"trace"`
}

// A step is a verb, the number of a deferred, an argument, and steps inside of its callbacks.
type step struct {
	verb, d, arg int
	body         []step
}

func (s *step) UnmarshalJSON(in []byte) error {
	return json.Unmarshal(in, &[]any{&s.verb, &s.d, &s.arg, &s.body})
}

// A traceEvent is a callback 'c', a handler of then 't', a state 's', a rejection that is unhandled
// 'u', or one that is handled after all 'r'.
type traceEvent struct {
	what              string
	name, d, v, state int
}

func (e *traceEvent) UnmarshalJSON(in []byte) error {
	return json.Unmarshal(in, &[]any{&e.what, &e.name, &e.d, &e.v, &e.state})
}

const (
	vCreate = iota
	vAdd
	vSettle
	vNotify
	vThen
	vDrain
	vJoin
)

const maxSteps, maxTrace = 250, 4000

// A reason is what a program rejects with.
type reason int

func (r reason) Error() string { return fmt.Sprint(int(r)) }

func numberOf(err error) int {
	var r reason
	if errors.As(err, &r) {
		return int(r)
	}
	return -1 // ErrRing
}

// A programRun runs a program on the promises of this package.
type programRun struct {
	queue *Queue // no goroutine runs it: the program says when
	all   []*Promise[int]
	own   map[int]bool // those that only this package settles
	steps int
	names int
	trace []traceEvent

	suspects []*core
	reported map[*core]bool
}

func newProgramRun() *programRun {
	r := &programRun{own: map[int]bool{}, reported: map[*core]bool{}}
	r.queue = &Queue{running: true, watch: r}
	return r
}

func (r *programRun) write(e traceEvent) { r.trace = append(r.trace, e) }

func (r *programRun) run(program []step, outer bool) {
	for _, s := range program {
		if r.steps++; r.steps > maxSteps || len(r.trace) > maxTrace {
			return
		}
		r.step(s)
		if outer {
			for d := range r.all {
				r.write(traceEvent{what: "s", d: d, state: r.state(d)})
			}
		}
	}
}

func (r *programRun) state(d int) int { return int(r.all[d].State()) }

func (r *programRun) step(s step) {
	if len(r.all) == 0 || s.verb == vCreate {
		r.all = append(r.all, NewOn[int](r.queue).Promise())
		return
	}
	d := s.d % len(r.all)
	p := r.all[d]
	r.names++
	v := r.names
	switch s.verb {
	case vAdd:
		r.add(p, s.arg%4, r.callbacks(d, s.arg>>2%3+1, s.body))
	case vSettle:
		if r.own[d] {
			return
		}
		if s.arg%2 == 0 {
			p.resolve(v)
		} else {
			p.reject(reason(v))
		}
	case vNotify:
		if !r.own[d] {
			p.notify(v)
		}
	case vThen:
		r.derived(r.then(p, d, s))
	case vDrain:
		r.drain()
	case vJoin:
		ps := []Waitable{p, r.all[s.arg%len(r.all)]}
		for _, inside := range s.body {
			ps = append(ps, r.all[inside.d%len(r.all)])
		}
		values := make([]int, len(ps))
		r.derived(when(ps, func(i int) { values[i] = ps[i].settledValue().(int) }, func() int { return mix(values) }))
	default:
		panic(fmt.Sprintf("unknown verb %d: the machine's programs have changed", s.verb))
	}
}

func mix(values []int) int {
	sum := 7
	for _, v := range values {
		sum = (sum*31 + v) % 1_000_003
	}
	return sum
}

func (r *programRun) derived(p *Promise[int]) {
	r.own[len(r.all)] = true
	r.all = append(r.all, p)
}

func (r *programRun) add(p *Promise[int], event int, fns []func(int)) {
	onError := make([]func(error), len(fns))
	always := make([]func(), len(fns))
	progress := make([]func(any), len(fns))
	for i, fn := range fns {
		onError[i] = func(err error) { fn(numberOf(err)) }
		progress[i] = func(v any) { fn(v.(int)) }
		always[i] = func() {
			if v, err := p.Result(); err != nil {
				fn(numberOf(err))
			} else {
				fn(v)
			}
		}
	}
	switch machine.Event(event) {
	case machine.AddDone:
		p.Done(fns...)
	case machine.AddFail:
		p.Fail(onError...)
	case machine.AddAlways:
		p.Always(always...)
	case machine.AddProgress:
		p.Progress(progress...)
	}
}

// callbacks makes some that share a body, a step each in turn.
func (r *programRun) callbacks(d, count int, body []step) []func(int) {
	fns := make([]func(int), count)
	for i := range fns {
		r.names++
		name := r.names
		var inside []step
		for j := i; j < len(body); j += count {
			inside = append(inside, body[j])
		}
		fns[i] = func(v int) {
			r.write(traceEvent{"c", name, d, v, r.state(d)})
			r.run(inside, false)
		}
	}
	return fns
}
