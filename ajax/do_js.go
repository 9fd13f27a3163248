package ajax

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Do makes a request and waits for the whole answer. It fails with
//
//   - a deferred.TypeError for a request that is never sent: a URL of another scheme than http, https, blob or
//     data, a header of more than one line, a body of an unknown type
//   - the error of a Body that is an io.Reader
//   - a *StatusError for an answer that does not succeed
//   - a *ParseError for JSON that is not valid
//   - a *NetworkError for no answer, or a broken one
//   - a *TimeoutError after Request.Timeout
//   - the cause of ctx's end, if that comes first; the request is aborted then
//   - deferred.ErrWouldBlock, at once, inside a function that the page has called.
//
// It blocks its goroutine.
func Do(ctx context.Context, req *Request) (*Response, error) {
	s, err := req.prepare()
	if err != nil {
		return nil, err
	}
	return retried(ctx, s, s.once)
}

// retried makes attempts until one succeeds, or the request's policy wants no more.
func retried[T any](ctx context.Context, s *sending, once func(ctx context.Context) (*T, error)) (*T, error) {
	policy := s.request.Retry.policy()
	for attempt := 1; ; attempt++ {
		got, err := once(ctx)
		if err == nil || context.Cause(ctx) != nil {
			return got, err
		}
		failure := rules.Failure{
			Attempt: attempt, Method: s.plan.Method, Now: time.Now().UnixMilli(), Random: rand.Int64N(rules.RandomRange),
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
func (s *sending) once(ctx context.Context) (*Response, error) {
	if u, is := s.request.Body.(uploader); is && u.able(s) {
		return u.upload(ctx, s)
	}
	x, err := s.connect(ctx)
	if err != nil {
		return nil, err
	}
	defer x.end()
	return s.answer(x)
}

// answer waits for the rest of an answer, and judges it.
func (s *sending) answer(x *exchange) (*Response, error) {
	content, err := x.whole(s.request.OnProgress)
	if err != nil {
		return nil, failed(x.ctx, s.plan.URL, err)
	}
	return s.judged(x.head, content)
}

// judged says what an answer means.
func (s *sending) judged(head Head, content safejs.Value) (*Response, error) {
	resp := &Response{Head: head, Data: safejs.Undefined(), content: content}
	err := resp.parse(s.plan)
	if !rules.Succeeded(resp.Status) {
		return nil, &StatusError{Response: resp}
	}
	if err != nil && resp.TextStatus() == "success" { // what has no content cannot be wrong
		return nil, err
	}
	return resp, nil
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
