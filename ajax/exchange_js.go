package ajax

import (
	"context"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// A sending is a request that is ready to be sent, as often as its policy wants.
type sending struct {
	request *Request
	plan    *rules.Plan
	headers [][2]string
	body    any // nil for none
}

// prepare finds out what to send, without sending it.
func (r *Request) prepare() (*sending, error) {
	here, origin := origins(r.URL)
	s := &sending{request: r}
	err := page.Contained(func() (err error) { // Query may hold functions of the program's
		s.plan, s.headers, err = r.plan(origin, here)
		return err
	})
	if err != nil {
		return nil, err
	}
	if page.WouldBlock() {
		return nil, page.ErrWouldBlock
	}
	s.body, err = r.body()
	return s, err
}

// bounded returns the context of one attempt, which Request.Timeout ends, too. end lets go of it.
func (s *sending) bounded(ctx context.Context) (_ context.Context, end context.CancelCauseFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	after := s.request.Timeout
	if after <= 0 {
		return ctx, cancel
	}
	timer := time.AfterFunc(after, func() { cancel(&TimeoutError{URL: s.plan.URL, After: after}) })
	return ctx, func(cause error) {
		timer.Stop()
		cancel(cause)
	}
}

// An exchange is one attempt by fetch, whose head has arrived. The end of its context aborts it.
type exchange struct {
	ctx    context.Context
	cancel context.CancelCauseFunc // aborts what has not arrived yet
	keep   func() bool             // lets the end of ctx abort nothing any more
	from   safejs.Value            // the page's Response
	head   Head
}

// connect sends the request, and waits for the head of the answer.
func (s *sending) connect(ctx context.Context) (*exchange, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	x := &exchange{}
	x.ctx, x.cancel = s.bounded(ctx)
	signal, keep, err := page.NewSignal(x.ctx, nil)
	if err != nil {
		x.cancel(nil)
		return nil, err
	}
	x.keep = keep
	if x.from, err = s.fetch(x.ctx, signal); err == nil {
		x.head, err = headOf(x.from)
	}
	if err != nil {
		err = failed(x.ctx, s.plan.URL, err)
		x.end()
		return nil, err
	}
	return x, nil
}

// end lets go of an exchange that is over.
func (x *exchange) end() {
	x.keep()
	x.cancel(nil)
}

func (s *sending) fetch(ctx context.Context, signal safejs.Value) (safejs.Value, error) {
	pairs := make([]any, len(s.headers))
	for i, pair := range s.headers {
		pairs[i] = []any{pair[0], pair[1]}
	}
	init := map[string]any{"method": s.plan.Method, "signal": signal, "credentials": s.plan.Credentials, "headers": pairs}
	if s.body != nil {
		init["body"] = s.body
	}
	promise, err := safejs.Global().Call("fetch", s.plan.URL, init)
	if err != nil {
		return promise, page.Caught(err)
	}
	values, err := await(ctx, promise)
	if err != nil {
		return promise, err
	}
	return values[0], nil
}
