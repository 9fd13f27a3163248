package machine

// A program is what a page does to deferreds: a list of steps, with further steps inside the
// callbacks. It runs on anything that has deferreds, so on the machine and on the model.
type program []step

type step struct {
	verb, d, arg byte
	body         program
}

const (
	vCreate = iota
	vAdd
	vSettle
	vNotify
	vThen
	vDrain
	vJoin
	verbs
)

// A runner has deferreds, numbered in the order of creation.
type runner interface {
	create() int
	state(d int) State
	add(d int, e Event, fns []func(int))
	settle(d int, outcome State, v int)
	notify(d, v int)
	then(d int, h handlers) (child int)
	join(ds []int) (primary int)
	drain()
}

// handlers of then, by Resolved, Rejected and progress; a missing one passes on what it gets.
type handlers [4]func(v int) result

// A result of a handler: an outcome and a value, or the number of a deferred to adopt.
type result struct {
	outcome State
	v       int
	adopt   int
}

func (h handlers) call(kind int32, v int) result {
	if h[kind] == nil {
		return result{kind, v, -1}
	}
	return h[kind](v)
}

const selfResolution = -1 // the value that stands for jQuery's TypeError

// mix makes one value of many that depends on their order.
func mix(values []int) int {
	sum := 7
	for _, v := range values {
		sum = (sum*31 + v) % 1_000_003
	}
	return sum
}

// decode reads steps as fuzzed bytes give them; any bytes are a program.
func decode(in []byte) program {
	p, _ := decodeSteps(in, 1<<10, 0)
	return p
}

const maxNesting = 6

func decodeSteps(in []byte, count, depth int) (p program, rest []byte) {
	for ; count > 0 && len(in) >= 4; count-- {
		s := step{verb: in[0] % verbs, d: in[1], arg: in[2]}
		inside := int(in[3] % 8)
		in = in[4:]
		if depth < maxNesting {
			s.body, in = decodeSteps(in, inside, depth+1)
		}
		p = append(p, s)
	}
	return p, in
}

// encode is the inverse of decode, so that the seeds can be written as programs.
func encode(p program) []byte {
	var out []byte
	for _, s := range p {
		out = append(out, s.verb, s.d, s.arg, byte(len(s.body)))
		out = append(out, encode(s.body)...)
	}
	return out
}

// An event is a callback that ran, or something else that can be seen from outside.
type event struct {
	what  byte // 'c': a callback, 't': a handler of then, 's': a state, 'u': an unhandled rejection, 'r': handled after all
	name  int
	d     int
	v     int
	state State
}

// A run of a program on one runner.
type run struct {
	runner
	count  int          // deferreds created
	owned  map[int]bool // promises, which only the runner itself settles
	steps  int          // callbacks of callbacks of callbacks must end somewhere
	names  int
	trace  []event
	atRest func() error // checked after each outer step
}

const maxSteps, maxTrace = 250, 4000

func newRun(on runner) *run {
	return &run{runner: on, owned: map[int]bool{}, atRest: func() error { return nil }}
}

func (r *run) write(e event) { r.trace = append(r.trace, e) }

func (r *run) program(p program, outer bool) error {
	for _, s := range p {
		if r.steps++; r.steps > maxSteps || len(r.trace) > maxTrace {
			return nil
		}
		r.step(s)
		if !outer {
			continue
		}
		for d := range r.count {
			r.write(event{what: 's', d: d, state: r.state(d)})
		}
		if err := r.atRest(); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) step(s step) {
	if r.count == 0 || s.verb == vCreate {
		r.create()
		r.count++
		return
	}
	d := int(s.d) % r.count
	r.names++
	v := r.names
	switch s.verb {
	case vAdd:
		r.add(d, Event(s.arg%4), r.callbacks(d, int(s.arg>>2%3)+1, s.body))
	case vSettle:
		if !r.owned[d] {
			r.settle(d, State(s.arg%2)+Resolved, v)
		}
	case vNotify:
		if !r.owned[d] {
			r.notify(d, v)
		}
	case vThen:
		r.own(r.then(d, r.handlers(d, s)))
	case vDrain:
		r.drain()
	case vJoin:
		ds := []int{d, int(s.arg) % r.count}
		for i := range s.body {
			ds = append(ds, int(s.body[i].d)%r.count)
		}
		r.own(r.join(ds))
	}
}

func (r *run) own(d int) {
	r.count++
	r.owned[d] = true
}

// callbacks makes some callbacks that share a body, a step each in turn.
func (r *run) callbacks(d, count int, body program) []func(int) {
	fns := make([]func(int), count)
	for i := range fns {
		r.names++
		name := r.names
		var inside program
		for j := i; j < len(body); j += count {
			inside = append(inside, body[j])
		}
		fns[i] = func(v int) {
			r.write(event{'c', name, d, v, r.state(d)})
			_ = r.program(inside, false)
		}
	}
	return fns
}

func (r *run) handlers(d int, s step) (h handlers) {
	name := r.names
	for i, kind := range []int32{Resolved, Rejected, progress} {
		if s.arg>>i&1 == 0 {
			continue
		}
		h[kind] = func(v int) result {
			r.write(event{'t', name, int(kind), v, r.state(d)})
			_ = r.program(s.body, false)
			switch s.arg >> 3 & 3 {
			case 1:
				return result{Rejected, v + 1000, -1}
			case 2:
				return result{adopt: int(s.arg>>5) % r.count}
			case 3:
				return result{adopt: r.count - 1}
			}
			return result{Resolved, v + 1000, -1}
		}
	}
	return h
}
