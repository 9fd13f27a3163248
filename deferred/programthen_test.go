package deferred

import (
	"slices"

	"github.com/godeferred/godeferred/deferred/internal/machine"
)

// Bits of a step of then: which handlers there are. How they end stands in the bits above.
const (
	onDone     = 1 << 0
	onFail     = 1 << 1
	onProgress = 1 << 2
)

// then adds the handlers of a step, by the public functions where there is one for such handlers.
func (r *programRun) then(p *Promise[int], d int, s step) *Promise[int] {
	name := r.names
	how := s.arg >> 3 & 3
	ran := func(kind machine.State, v int) int {
		r.write(traceEvent{"t", name, int(kind), v, r.state(d)})
		r.run(s.body, false)
		return v + 1000
	}
	value := func(v int, err error) (int, error) {
		kind := machine.Resolved
		if err != nil {
			kind, v = machine.Rejected, numberOf(err)
		}
		if v = ran(kind, v); how == 1 {
			return 0, reason(v)
		}
		return v, nil
	}
	promise := func(v int, err error) *Promise[int] {
		_, _ = value(v, err)
		if how == 2 {
			return r.all[s.arg>>5%len(r.all)]
		}
		return r.all[len(r.all)-1]
	}
	adopts := how >= 2
	switch handlers := s.arg & 7; {
	case handlers == onDone && !adopts:
		return Then(p, func(v int) (int, error) { return value(v, nil) })
	case handlers == onFail && !adopts:
		return p.Catch(func(err error) (int, error) { return value(0, err) })
	case handlers == onDone|onFail && !adopts:
		return Handle(p, value)
	case handlers == onDone:
		return ThenPromise(p, func(v int) *Promise[int] { return promise(v, nil) })
	case handlers == onDone|onFail:
		return HandlePromise(p, promise)
	}
	child := new(Promise[int])
	child.queue = r.queue
	p.attach(reaction{r.queue, func(kind machine.State, v any) {
		switch {
		case kind == notified && s.arg&onProgress == 0:
			child.notify(v)
		case kind == notified:
			child.notify(r.progressed(how, ran(notified, v.(int))))
		case s.arg>>(kind-1)&1 == 0:
			child.settle(p.value, p.err)
		case adopts:
			child.follow(promise(p.value, p.err))
		default:
			child.settle(value(p.value, p.err))
		}
	}, nil})
	return child
}

// progressed is what a progress handler passes on: one cannot reject or return a promise.
func (r *programRun) progressed(how, v int) int {
	if how < 2 {
		return v
	}
	return 0
}

// drain runs what is queued, and then looks at the rejections, as the page does.
func (r *programRun) drain() {
	for r.queue.next() {
	}
	suspects := r.suspects
	r.suspects = nil
	for _, c := range suspects {
		r.reported[c] = true
		r.write(traceEvent{what: "u", d: r.numberOf(c), v: numberOf(c.err)})
	}
}

func (r *programRun) suspect(c *core) { r.suspects = append(r.suspects, c) }

func (r *programRun) relieve(c *core) {
	if i := slices.Index(r.suspects, c); i >= 0 {
		r.suspects = slices.Delete(r.suspects, i, i+1)
	} else if r.reported[c] {
		delete(r.reported, c)
		r.write(traceEvent{what: "r", d: r.numberOf(c), v: numberOf(c.err)})
	}
}

func (r *programRun) numberOf(c *core) int {
	return slices.IndexFunc(r.all, func(p *Promise[int]) bool { return &p.core == c })
}
