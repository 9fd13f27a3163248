package ajax

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Do makes a request and waits for the whole answer. It fails with
//
//   - a deferred.TypeError for a request that is never sent: a URL of another scheme than http, https, blob or
//     data, a header of more than one line
//   - a *StatusError for an answer that does not succeed
//   - a *ParseError for JSON that is not valid
//   - a *NetworkError for no answer, or a broken one
//   - a *TimeoutError after Request.Timeout
//   - the cause of ctx's end, if that comes first; the request is aborted then
//   - deferred.ErrWouldBlock, at once, inside a function that the page has called.
//
// It blocks its goroutine.
func Do(ctx context.Context, req *Request) (*Response, error) {
	here, origin := origins(req.URL)
	plan, headers, err := req.plan(origin, here)
	if err != nil {
		return nil, err
	}
	if page.WouldBlock() {
		return nil, page.ErrWouldBlock
	}
	policy := req.Retry.policy()
	for attempt := 1; ; attempt++ {
		resp, err := req.once(ctx, plan, headers)
		if err == nil || context.Cause(ctx) != nil {
			return resp, err
		}
		failure := rules.Failure{
			Attempt: attempt, Method: plan.Method, Now: time.Now().UnixMilli(), Random: rand.Int64N(rules.RandomRange),
		}
		if status, is := errors.AsType[*StatusError](err); is {
			failure.Status, failure.RetryAfter = status.Response.Status, status.Response.Header("Retry-After")
		} else if _, is := errors.AsType[*ParseError](err); is {
			return nil, err
		} else if _, is := errors.AsType[wrong.TypeError](err); is {
			return nil, err
		}
		delay := policy.Retry(failure)
		if delay == rules.NoRetry {
			return nil, err
		}
		timer := time.NewTimer(time.Duration(delay) * time.Millisecond)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, context.Cause(ctx)
		}
	}
}

// once makes one attempt.
func (r *Request) once(ctx context.Context, plan *rules.Plan, headers [][2]string) (*Response, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if r.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, r.Timeout, &TimeoutError{URL: plan.URL, After: r.Timeout})
		defer cancel()
	}
	signal, release, err := abortedBy(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	from, err := r.fetch(ctx, plan, headers, signal)
	if err != nil {
		return nil, failed(ctx, plan.URL, err)
	}
	resp, err := r.read(ctx, from)
	if err != nil {
		return nil, failed(ctx, plan.URL, err)
	}
	err = resp.parse(plan)
	if !rules.Succeeded(resp.Status) {
		return nil, &StatusError{Response: resp}
	}
	if err != nil && resp.TextStatus() == "success" { // what has no content cannot be wrong
		return nil, err
	}
	return resp, nil
}

func (r *Request) fetch(
	ctx context.Context, plan *rules.Plan, headers [][2]string, signal safejs.Value,
) (safejs.Value, error) {
	pairs := make([]any, len(headers))
	for i, pair := range headers {
		pairs[i] = []any{pair[0], pair[1]}
	}
	init := map[string]any{"method": plan.Method, "signal": signal, "credentials": plan.Credentials, "headers": pairs}
	body, err := r.body()
	if err != nil {
		return safejs.Undefined(), err
	}
	if body != nil {
		init["body"] = body
	}
	promise, err := safejs.Global().Call("fetch", plan.URL, init)
	if err != nil {
		return promise, page.Caught(err)
	}
	values, err := await(ctx, promise)
	if err != nil {
		return promise, err
	}
	return values[0], nil
}

// failed says what an error means: the end of ctx, which shows as the page's AbortError when the
// abort is noticed first, or the network.
func failed(ctx context.Context, url string, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if _, wrong := errors.AsType[wrong.TypeError](err); wrong {
		return err
	}
	return &NetworkError{URL: url, Err: err}
}
