package machine

import "slices"

// The model: what jQuery 4.0.0's callbacks.js and deferred.js mean, said with closures and without
// any thought of speed. It shares nothing with the machine, so that one checks the other.
//
// It is compared with jQuery 4.0.0 itself by e2e/oracle, on the programs that TestExportPrograms
// writes.

// A modelList is a Callbacks object with memory, which every list of a Deferred is.
type modelList struct {
	fns     []func(int)
	waiting []int // values to call the whole list with
	memory  *int  // the values of the pass under way, or else of the last one
	running bool
	once    bool // fires a single time: done and fail, not progress
	closed  bool // fire does nothing any more
	dead    bool // nor does add
}

func (l *modelList) add(fns ...func(int)) {
	if l.dead {
		return
	}
	from := len(l.fns)
	l.fns = append(l.fns, fns...)
	if l.memory != nil && !l.running {
		l.run(from, *l.memory)
	}
}

func (l *modelList) fire(v int) {
	switch {
	case l.closed:
	case l.running:
		l.waiting = append(l.waiting, v)
	default:
		l.run(0, v)
	}
}

// run calls from one callback on to the end of the list, which may grow meanwhile, and then the
// whole list for all that was fired meanwhile.
func (l *modelList) run(from int, v int) {
	l.running = true
	l.closed = l.closed || l.once
	for {
		l.memory = &v
		for i := from; i < len(l.fns); i++ {
			l.fns[i](v)
		}
		if len(l.waiting) == 0 {
			break
		}
		v, l.waiting, from = l.waiting[0], l.waiting[1:], 0
	}
	l.running = false
}

func (l *modelList) disable() {
	*l = modelList{closed: true, dead: true}
}

func (l *modelList) lock() {
	l.closed, l.waiting = true, nil
	if l.memory == nil && !l.running {
		l.dead = true
	}
}

// A modelDeferred has two lists for each thing that can happen: the callbacks, and the reactions
// of then, which are the first callback.
type modelDeferred struct {
	id        int
	state     State
	handled   bool
	reported  bool
	follows   *modelDeferred // whose outcome it takes over
	callbacks [4]modelList   // by Resolved, Rejected, progress
	reactions [4]modelList
}

type model struct {
	all       []*modelDeferred
	queue     []func()
	running   int
	rejected  []*modelDeferred
	unhandled func(d, v int)
	relieved  func(d, v int) // reported as unhandled, and handled after all
	patience  int            // see face
	ring      bool           // deferreds were to take over each other's outcome
}

func (m *model) create() int {
	d := &modelDeferred{id: len(m.all)}
	m.all = append(m.all, d)
	for _, outcome := range []State{Resolved, Rejected} {
		other := Resolved + Rejected - outcome
		d.callbacks[outcome].once = true
		d.reactions[outcome].once = true
		d.callbacks[outcome].add(func(int) {
			d.state = outcome
			d.callbacks[other].disable()
			d.reactions[other].disable()
			d.callbacks[progress].lock()
			d.reactions[progress].lock()
			if outcome == Rejected && !d.handled {
				m.rejected = append(m.rejected, d)
			}
		}, d.reactions[outcome].fire)
	}
	d.callbacks[progress].add(d.reactions[progress].fire)
	return d.id
}

func (m *model) state(d int) State { return m.all[d].state }

func (m *model) add(d int, e Event, fns []func(int)) {
	to := m.all[d]
	if e == AddFail || e == AddAlways {
		m.handle(to)
	}
	if e == AddDone || e == AddAlways {
		to.callbacks[Resolved].add(fns...)
	}
	if e == AddFail || e == AddAlways {
		to.callbacks[Rejected].add(fns...)
	}
	if e == AddProgress {
		to.callbacks[progress].add(fns...)
	}
}

func (m *model) handle(d *modelDeferred) {
	d.handled = true
	if d.reported {
		d.reported = false
		m.relieved(d.id, *d.callbacks[Rejected].memory)
	}
}

func (m *model) settle(d int, outcome State, v int) { m.all[d].callbacks[outcome].fire(v) }

func (m *model) notify(d, v int) { m.all[d].callbacks[progress].fire(v) }

// react puts each reaction on the queue when its list fires: jQuery's setTimeout.
func (m *model) react(d int, run func(kind int32, v int)) {
	from := m.all[d]
	m.handle(from)
	for _, kind := range []State{progress, Resolved, Rejected} {
		from.reactions[kind].add(func(v int) {
			m.queue = append(m.queue, func() { run(kind, v) })
		})
	}
}

func (m *model) then(d int, h handlers) int {
	child := m.create()
	m.react(d, func(kind int32, v int) {
		switch r := h.call(kind, v); {
		case kind == progress:
			m.notify(child, r.v)
		case r.adopt < 0:
			m.settle(child, r.outcome, r.v)
		case r.adopt == child: // Promises/A+ 2.3.1
			m.settle(child, Rejected, selfResolution)
		default:
			m.follow(m.all[child], m.all[r.adopt])
			m.react(r.adopt, func(kind int32, v int) {
				if kind == progress {
					m.notify(child, v)
				} else {
					m.settle(child, kind, v)
				}
			})
		}
	})
	return child
}

// follow notes rings. In jQuery such deferreds stay pending and pass their progress round for ever.
func (m *model) follow(child, to *modelDeferred) {
	child.follows = to
	for d := to; d != nil && d.state == Pending; d = d.follows {
		m.ring = m.ring || d == child
		if m.ring {
			return
		}
	}
}

func (m *model) join(ds []int) int {
	primary := m.create()
	remaining := len(ds)
	values := slices.Clone(ds)
	for i, d := range slices.Backward(ds) {
		m.add(d, AddDone, []func(int){func(v int) {
			values[i] = v
			if remaining--; remaining == 0 {
				m.settle(primary, Resolved, mix(values))
			}
		}})
		m.add(d, AddFail, []func(int){func(v int) { m.settle(primary, Rejected, v) }})
	}
	return primary
}

func (m *model) drain() {
	m.running++
	for ; len(m.queue) != 0 && m.patience > 0; m.patience-- {
		next := m.queue[0]
		m.queue = m.queue[1:]
		next()
	}
	if m.running--; m.running > 0 || len(m.queue) != 0 {
		return
	}
	rejected := m.rejected
	m.rejected = nil
	for _, d := range rejected {
		if !d.handled {
			d.reported = true
			m.unhandled(d.id, *d.callbacks[Rejected].memory)
		}
	}
}
