package main

import (
	"context"
	"strconv"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/dom"
)

type movement struct {
	Effect     string // its name in the page face
	Target     any    // a selector, or anything wrong
	Properties map[string]string
	Opacity    string // a number; NaN and infinities, too
	Duration   string // "fast", "slow" or a number of ms; "" for none
	Easing     string
	Clear      bool
	ToEnd      bool
}

var (
	runs   map[string]*anim.Run
	queues map[string]*anim.Queue // by selector
)

var effects = map[string]anim.Effect{
	"slideDown": anim.SlideDown, "slideUp": anim.SlideUp, "slideToggle": anim.SlideToggle,
	"fadeIn": anim.FadeIn, "fadeOut": anim.FadeOut, "fadeToggle": anim.FadeToggle,
	"show": anim.Show, "hide": anim.Hide, "toggle": anim.Toggle,
}

func (m *movement) effect() anim.Effect {
	switch m.Effect {
	case "animate":
		return func(ctx context.Context, elements []safejs.Value, opts ...anim.Option) (*anim.Run, error) {
			return anim.Animate(ctx, elements, m.Properties, opts...)
		}
	case "fadeTo":
		return func(ctx context.Context, elements []safejs.Value, opts ...anim.Option) (*anim.Run, error) {
			opacity, err := strconv.ParseFloat(m.Opacity, 64)
			if err != nil {
				return nil, err
			}
			return anim.FadeTo(ctx, elements, opacity, opts...)
		}
	}
	return effects[m.Effect]
}

func (s *step) animOptions() []anim.Option {
	opts := []anim.Option{anim.Each(func(element safejs.Value) {
		say(s.ID, "each", fields{"element": idOf(element)})
	})}
	switch s.Duration {
	case "":
	case "fast":
		opts = append(opts, anim.Duration(anim.Fast))
	case "slow":
		opts = append(opts, anim.Duration(anim.Slow))
	default:
		n, err := strconv.ParseFloat(s.Duration, 64)
		if err != nil {
			panic(err)
		}
		opts = append(opts, anim.Duration(time.Duration(n*float64(time.Millisecond))))
	}
	if s.Easing != "" {
		opts = append(opts, anim.Easing(s.Easing))
	}
	return opts
}

func idOf(element safejs.Value) string {
	id, err := element.Get("id")
	if err != nil {
		return err.Error()
	}
	text, err := id.String()
	if err != nil {
		return err.Error()
	}
	return text
}

// targetOf is a selector, or null, a number and so on.
func targetOf(s *step) (safejs.Value, error) { return safejs.ValueOf(s.Target) }

func find(s *step) ([]safejs.Value, error) {
	target, err := targetOf(s)
	if err != nil {
		return nil, err
	}
	return dom.Find(target)
}

func move(_ context.Context, s *step) error {
	begun := make(chan struct{})
	start(s.ID, func(ctx context.Context) outcome {
		elements, err := find(s)
		var run *anim.Run
		if err == nil {
			run, err = s.effect()(ctx, elements, s.animOptions()...)
		}
		if err != nil {
			close(begun)
			return refused(err)
		}
		if runs == nil {
			runs = map[string]*anim.Run{}
		}
		runs[s.ID] = run
		close(begun)
		return howEnded(run.Wait())
	})
	<-begun
	return nil
}

func howEnded(err error) outcome {
	if err != nil {
		return outcome{"stopped", fields{"error": problem(err)}}
	}
	return outcome{"over", nil}
}

func stop(_ context.Context, s *step) error { runs[s.ID].Stop(); return nil }
func jump(_ context.Context, s *step) error { runs[s.ID].Finish(); return nil }

// addTurn puts an animation into the queue of its elements.
func addTurn(_ context.Context, s *step) error {
	selector, _ := s.Target.(string)
	q := queues[selector]
	if q == nil {
		elements, err := find(s)
		if err != nil {
			return err
		}
		if queues == nil {
			queues = map[string]*anim.Queue{}
		}
		q = anim.NewQueue(elements)
		queues[selector] = q
	}
	added := make(chan struct{})
	start(s.ID, func(ctx context.Context) outcome {
		turn := q.Add(ctx, s.effect(), s.animOptions()...)
		close(added)
		return howEnded(turn.Wait())
	})
	<-added
	return nil
}

// halt is jQuery's stop on a queue.
func halt(_ context.Context, s *step) error {
	selector, _ := s.Target.(string)
	q := queues[selector]
	if s.Clear {
		q.Clear()
	}
	if s.ToEnd {
		q.Finish()
	} else {
		q.Stop()
	}
	return nil
}
