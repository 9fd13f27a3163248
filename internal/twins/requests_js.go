package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
)

type request struct {
	URL         string
	Method      string
	Query       json.RawMessage // an object, whose order counts
	Form        json.RawMessage
	Headers     [][2]string
	Text        *string // the body
	Hex         string  // the body's bytes
	ContentType string
	NoCache     bool
	Credentials string
	Timeout     float64 // ms
	Retry       *policy
	JSON        bool
	Watch       bool
	Aborted     bool // before it begins
}

type policy struct {
	Limit       int
	Methods     []string
	StatusCodes []int
	Backoff     float64
	MaxDelay    float64
}

func ms(n float64) time.Duration { return time.Duration(n * float64(time.Millisecond)) }

func ask(_ context.Context, s *step) error {
	r := &ajax.Request{
		Method: s.Method, URL: s.URL, Headers: s.Headers, ContentType: s.ContentType, NoCache: s.NoCache,
		Credentials: s.Credentials, Timeout: ms(s.Timeout), JSON: s.JSON,
	}
	var err error
	if r.Query, err = valuesOf(s.Query); err != nil {
		return err
	}
	switch {
	case s.Form != nil:
		if r.Body, err = valuesOf(s.Form); err != nil {
			return err
		}
	case s.Text != nil:
		r.Body = *s.Text
	case s.Hex != "":
		if r.Body, err = hex.DecodeString(s.Hex); err != nil {
			return err
		}
	}
	if p := s.Retry; p != nil {
		r.Retry = &ajax.RetryPolicy{
			Limit: p.Limit, Methods: p.Methods, StatusCodes: p.StatusCodes, Backoff: ms(p.Backoff), MaxDelay: ms(p.MaxDelay),
		}
	}
	var last ajax.Progress
	if s.Watch {
		r.OnProgress = func(p ajax.Progress) {
			if p.Loaded <= last.Loaded {
				say(s.ID, "progress goes back", nil)
			}
			last = p
		}
	}
	start(s.ID, func(ctx context.Context) outcome {
		if s.Aborted {
			jobs[s.ID].cancel(errors.New(s.Reason))
		}
		resp, err := ajax.Do(ctx, r)
		if s.Watch {
			say(s.ID, "progress", fields{"loaded": last.Loaded, "total": last.Total})
		}
		return endOf(resp, err, context.Cause(ctx))
	})
	return nil
}

func endOf(resp *ajax.Response, err, cause error) outcome {
	if err == nil {
		return outcome{resp.TextStatus(), answerOf(resp, fields{"data": dataOf(resp)})}
	}
	if cause != nil && errors.Is(err, cause) {
		return outcome{"abort", fields{"error": problem(err)}}
	}
	if status, is := errors.AsType[*ajax.StatusError](err); is {
		f := answerOf(status.Response, fields{})
		if status.Response.JSON {
			f["data"] = raw(status.Response.Data)
		}
		return outcome{"error", f}
	}
	if parse, is := errors.AsType[*ajax.ParseError](err); is {
		return outcome{"parsererror", answerOf(parse.Response, fields{"error": fields{"name": nameOf(parse.Err), "message": ""}})}
	}
	if _, is := errors.AsType[*ajax.TimeoutError](err); is {
		return outcome{"timeout", fields{"status": 0}}
	}
	if network, is := errors.AsType[*ajax.NetworkError](err); is {
		return outcome{"error", fields{"status": 0, "error": problem(network.Err)}}
	}
	if _, is := errors.AsType[deferred.TypeError](err); is {
		return refused(err)
	}
	return outcome{"an error of no kind", fields{"error": problem(err)}}
}

// dataOf is what jQuery calls data: for anything but JSON, the text.
func dataOf(resp *ajax.Response) any {
	if resp.JSON || resp.TextStatus() != "success" {
		return raw(resp.Data)
	}
	text, err := resp.TextValue()
	if err != nil {
		return err.Error()
	}
	return raw(text)
}

// nameOf leaves the message out: engines word it, and their JSON.parse is the same for both faces.
func nameOf(err error) any { return problem(err)["name"] }

func answerOf(resp *ajax.Response, f fields) fields {
	f["status"], f["statusText"], f["text"] = resp.Status, resp.StatusText, resp.Text()
	f["type"], f["kind"] = resp.Header("Content-Type"), resp.Header("x-KIND")
	return f
}

// valuesOf reads an object, or whatever else there is, in its order.
func valuesOf(text json.RawMessage) (ajax.Values, error) {
	if text == nil {
		return nil, nil
	}
	values, err := value(json.NewDecoder(bytes.NewReader(text)))
	if err != nil {
		return nil, err
	}
	return values.(ajax.Values), nil
}

func value(from *json.Decoder) (any, error) {
	token, err := from.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		values := ajax.Values{}
		for from.More() {
			name, err := from.Token()
			if err != nil {
				return nil, err
			}
			member, err := value(from)
			if err != nil {
				return nil, err
			}
			values = append(values, ajax.Field{name.(string), member})
		}
		_, err = from.Token()
		return values, err
	case json.Delim('['):
		list := []any{}
		for from.More() {
			member, err := value(from)
			if err != nil {
				return nil, err
			}
			list = append(list, member)
		}
		_, err = from.Token()
		return list, err
	}
	return token, nil
}
