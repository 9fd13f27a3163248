// Command twins plays the scenarios that the Go face and the page face have in common: the scenarios and the page's
// part are in e2e/pages/twins, and e2e/twins_test.go runs both.
//
// The page has it do one step after the other. What comes of a step is told by say, in the same plain objects as the
// page's part tells it; only the page makes lines of a trace from them.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
)

// A step is what the page has the program do: a verb, and whatever that verb needs.
type step struct {
	Do string
	ID string

	request
	movement
	caching
	occasion

	Reason  string
	Program []instruction
	Bases   []base
}

// verbs are what steps can do. A verb that has to wait says so itself: see run.
var verbs = map[string]func(ctx context.Context, s *step) error{
	"reset": func(context.Context, *step) error { reset(); return nil },

	"ask":    ask,
	"abort":  abort,
	"move":   move,
	"queue":  addTurn,
	"stop":   stop,
	"jump":   jump,
	"cancel": abort,
	"halt":   halt,
	"end":    end,

	"first":   first,
	"once":    once,
	"forget":  forget,
	"visible": visible,
	"image":   image,

	"cache":  makeCache,
	"get":    get,
	"settle": settle,
	"delete": forgetKey,
	"clear":  clearCache,
	"has":    hasKey,

	"program": play,
}

// A job is what a step has started, and a later one may abort or wait for.
type job struct {
	cancel  context.CancelCauseFunc
	over    chan struct{} // closed once outcome is set
	outcome outcome
}

// An outcome is what the step end tells: goroutines that wait for the same thing have no order among them.
type outcome struct {
	what   string
	fields fields
}

var jobs map[string]*job

func reset() {
	for _, j := range jobs {
		j.cancel(context.Canceled)
	}
	jobs = map[string]*job{}
	runs, queues = nil, nil
	caches, stops = nil, nil
}

// start runs fn in a goroutine, with a context that the step abort ends.
func start(id string, fn func(ctx context.Context) outcome) {
	ctx, cancel := context.WithCancelCause(context.Background())
	j := &job{cancel: cancel, over: make(chan struct{})}
	jobs[id] = j
	go func() {
		defer close(j.over)
		j.outcome = fn(ctx)
	}()
}

// end waits for what a step has started, and tells how it has ended.
func end(ctx context.Context, s *step) error {
	j := jobs[s.ID]
	if j == nil {
		return fmt.Errorf("nothing has the name %q", s.ID)
	}
	select {
	case <-j.over:
		say(s.ID, j.outcome.what, j.outcome.fields)
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func abort(_ context.Context, s *step) error {
	if s.Reason == "" {
		jobs[s.ID].cancel(nil)
	} else {
		jobs[s.ID].cancel(errors.New(s.Reason))
	}
	return nil
}

func main() {
	// What the page reports of such errors differs in time only, and has tests of its own.
	deferred.OnReport(func(error) {})
	reset()
	do, _, err := deferred.Export(func(ctx context.Context, args deferred.Args) (any, error) {
		text, err := args.String(0)
		if err != nil {
			return nil, err
		}
		var s step
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			return nil, fmt.Errorf("%s: %w", text, err)
		}
		verb := verbs[s.Do]
		if verb == nil {
			return nil, fmt.Errorf("no verb %q", s.Do)
		}
		return nil, verb(ctx, &s)
	})
	if err != nil {
		panic(err)
	}
	js.Global().Set("goTwin", safejs.Unsafe(do))
	select {}
}
