package main

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
)

// A base is a deferred that a program begins with.
type base struct {
	Stops bool // it is work that can be aborted
}

// An instruction is a line of a program. Promises have numbers: the bases come first, then what instructions make.
type instruction struct {
	Op    string
	P     int   // a promise
	Of    []int // promises
	Value any
	Error string
	How   string
	ID    string
	Limit int
	Ms    float64
	Body  []instruction // runs inside the callback
}

// A handle is a promise of any type.
type handle struct {
	plain     *deferred.Promise[any] // nil for a list
	waitable  deferred.Waitable
	listen    func(how string, heard func(what string, f fields))
	then      func(in *instruction, m *machine) *deferred.Promise[any]
	abort     func(error)
	state     func() string
	timeout   func(time.Duration) *handle
	settlable *deferred.Deferred[any]
}

// machine runs one program.
type machine struct {
	all   []*handle
	queue *deferred.Queue
	ctx   context.Context
}

func play(_ context.Context, s *step) error {
	m := &machine{queue: new(deferred.Queue), ctx: context.Background()}
	for i, b := range s.Bases {
		d := deferred.NewOn[any](m.queue)
		if b.Stops {
			d.OnAbort(func(reason error) { say(fmt.Sprint("p", i), "stop", fields{"error": problem(reason)}) })
		}
		h := handleOf(d.Promise(), same)
		h.settlable = d
		m.all = append(m.all, h)
	}
	return m.run(s.Program)
}

func same(v any) any { return v }

func (m *machine) run(program []instruction) error {
	for i := range program {
		if err := m.do(&program[i]); err != nil {
			return err
		}
	}
	return nil
}

func (m *machine) do(in *instruction) error {
	var p *handle // none is needed by what makes the first
	if in.P < len(m.all) {
		p = m.all[in.P]
	}
	switch in.Op {
	case "resolve":
		p.settlable.Resolve(in.Value)
	case "reject":
		p.settlable.Reject(errors.New(in.Error))
	case "notify":
		p.settlable.Notify(in.Value)
	case "abort":
		if in.Error == "" {
			p.abort(nil)
		} else {
			p.abort(errors.New(in.Error))
		}
	case "state":
		say(fmt.Sprint("p", in.P), p.state(), nil)
	case "listen":
		p.listen(in.How, func(what string, f fields) {
			say(in.ID, what, f)
			if err := m.run(in.Body); err != nil {
				say(in.ID, err.Error(), nil)
			}
		})
	case "then":
		m.add(p.then(in, m), same)
	case "timeout":
		m.all = append(m.all, p.timeout(ms(in.Ms)))
	case "wait":
		w := deferred.Wait(m.ctx, ms(in.Ms))
		m.all = append(m.all, handleOf(w, func(struct{}) any { return nil }))
	case "join":
		return m.join(in)
	case "map", "series":
		m.tasks(in)
	case "turn": // all that can run does, before the page's next task
		_, err := deferred.AwaitJS(m.ctx, safejs.Safe(js.Global().Call("goTwinTurn")))
		return err
	case "await":
		done := make(chan struct{})
		p.listen("always", func(string, fields) { close(done) })
		<-done
	default:
		return fmt.Errorf("no instruction %q", in.Op)
	}
	return nil
}

func (m *machine) add(p *deferred.Promise[any], plain func(any) any) {
	m.all = append(m.all, handleOf(p, plain))
}

func handleOf[T any](p *deferred.Promise[T], plain func(T) any) *handle {
	h := &handle{waitable: p, abort: p.Abort, state: func() string { return p.State().String() }}
	h.plain, _ = any(p).(*deferred.Promise[any])
	h.timeout = func(d time.Duration) *handle { return handleOf(deferred.Timeout(p, d), plain) }
	h.listen = func(how string, heard func(string, fields)) {
		done := func(v T) { heard("done", fields{"value": plain(v)}) }
		fail := func(err error) { heard("fail", fields{"error": problem(err)}) }
		switch how {
		case "done":
			p.Done(done)
		case "fail":
			p.Fail(fail)
		case "progress":
			p.Progress(func(v any) { heard("progress", fields{"value": v}) })
		case "always":
			p.Always(func() {
				if v, err := p.Result(); err != nil {
					fail(err)
				} else {
					done(v)
				}
			})
		}
	}
	h.then = func(in *instruction, m *machine) *deferred.Promise[any] {
		heard := func(what string, f fields) { say(in.ID, what, f) }
		answer := func() (any, error) {
			if in.Error != "" {
				return nil, errors.New(in.Error)
			}
			return in.Value, nil
		}
		switch in.How {
		case "then":
			return deferred.Then(p, func(v T) (any, error) {
				heard("then", fields{"value": plain(v)})
				return answer()
			})
		case "follow":
			return deferred.ThenPromise(p, func(v T) *deferred.Promise[any] {
				heard("then", fields{"value": plain(v)})
				return m.all[in.Of[0]].plain
			})
		case "handle":
			return deferred.Handle(p, func(v T, err error) (any, error) {
				if err != nil {
					heard("catch", fields{"error": problem(err)})
				} else {
					heard("then", fields{"value": plain(v)})
				}
				return answer()
			})
		case "catch":
			return deferred.Handle(p, func(v T, err error) (any, error) {
				if err == nil {
					return plain(v), nil
				}
				heard("catch", fields{"error": problem(err)})
				return answer()
			})
		}
		return deferred.Handle(p, func(v T, outcome error) (any, error) { // finally
			heard("finally", nil)
			if in.Error != "" {
				return nil, errors.New(in.Error)
			}
			return plain(v), outcome
		})
	}
	return h
}

func (m *machine) join(in *instruction) error {
	var of []*deferred.Promise[any]
	var waitables []deferred.Waitable
	for _, i := range in.Of {
		of = append(of, m.all[i].plain)
		waitables = append(waitables, m.all[i].waitable)
	}
	list := func(values []any) any { return append([]any{}, values...) }
	var h *handle
	switch in.How {
	case "all":
		h = handleOf(deferred.All(of...), list)
	case "when":
		h = handleOf(deferred.When(waitables...), list)
	case "allSettled":
		h = handleOf(deferred.AllSettled(of...), func(ends []deferred.Settlement[any]) any {
			told := []any{}
			for _, end := range ends {
				if end.Err != nil {
					told = append(told, fields{"error": problem(end.Err)})
				} else {
					told = append(told, fields{"value": end.Value})
				}
			}
			return told
		})
	case "any":
		h = handleOf(deferred.Any(of...), same)
	case "race":
		h = handleOf(deferred.Race(of...), same)
	default:
		return fmt.Errorf("no join %q", in.How)
	}
	m.all = append(m.all, h)
	return nil
}

// tasks runs tasks that begin, and wait for a promise each.
func (m *machine) tasks(in *instruction) {
	task := func(ctx context.Context, i int, before any) (any, error) {
		say(in.ID, "begins", fields{"i": i, "before": before})
		p := m.all[in.Of[i]].plain
		v, err := p.Await(ctx)
		if cause := context.Cause(ctx); cause != nil {
			p.Abort(cause)
		}
		return v, err
	}
	if in.Op == "series" {
		var list []func(context.Context, any) (any, error)
		for i := range in.Of {
			list = append(list, func(ctx context.Context, before any) (any, error) { return task(ctx, i, before) })
		}
		m.add(deferred.Series(m.ctx, list...), same)
		return
	}
	indices := make([]int, len(in.Of))
	for i := range indices {
		indices[i] = i
	}
	results := deferred.Map(m.ctx, indices, in.Limit, func(ctx context.Context, i int) (any, error) { return task(ctx, i, nil) })
	m.all = append(m.all, handleOf(results, func(values []any) any { return append([]any{}, values...) }))
}
