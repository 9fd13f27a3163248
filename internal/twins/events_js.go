package main

import (
	"context"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
)

type occasion struct {
	Event     string
	Margin    string
	Threshold float64
}

// stops are the undos of once.
var stops map[string]func()

// listener is the one element that a selector means, or the value itself where it is not a selector.
func listener(s *step) (safejs.Value, error) {
	selector, is := s.Target.(string)
	switch {
	case !is:
		return targetOf(s)
	case selector == "window":
		return safejs.Global(), nil
	case selector == "document":
		return safejs.Global().Get("document")
	}
	return safejs.Safe(js.Global().Get("document").Call("querySelector", selector)), nil
}

func eventOf(event safejs.Value) fields {
	of := func(value safejs.Value, name string) safejs.Value {
		member, err := value.Get(name)
		if err != nil {
			return safejs.Undefined()
		}
		return member
	}
	name, _ := of(event, "type").String()
	return fields{"type": name, "on": raw(of(of(event, "target"), "id")), "detail": raw(of(event, "detail"))}
}

func first(_ context.Context, s *step) error {
	target, err := listener(s)
	if err != nil {
		return err
	}
	promise, err := dom.First(target, s.Event)
	if err != nil {
		ended(s.ID, refused(err))
		return nil
	}
	start(s.ID, func(ctx context.Context) outcome {
		args, err := deferred.AwaitJS(ctx, promise)
		if err != nil {
			return failed(err)
		}
		return outcome{"came", eventOf(args.At(0))}
	})
	return nil
}

func once(_ context.Context, s *step) error {
	target, err := listener(s)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	undo, err := dom.Once(ctx, target, s.Event, func(event safejs.Value) { say(s.ID, "came", eventOf(event)) })
	if err != nil {
		cancel(nil)
		ended(s.ID, refused(err))
		return nil
	}
	if stops == nil {
		stops = map[string]func(){}
	}
	stops[s.ID] = func() {
		undo()
		cancel(nil)
	}
	return nil
}

func forget(_ context.Context, s *step) error { stops[s.ID](); return nil }

func visible(_ context.Context, s *step) error {
	target, err := listener(s)
	if err != nil {
		return err
	}
	start(s.ID, func(ctx context.Context) outcome {
		if err := dom.Visible(ctx, target, dom.View{RootMargin: s.Margin, Threshold: s.Threshold}); err != nil {
			if _, wrong := err.(deferred.TypeError); wrong {
				return refused(err)
			}
			return failed(err)
		}
		return outcome{"in view", nil}
	})
	return nil
}

func image(_ context.Context, s *step) error {
	start(s.ID, func(ctx context.Context) outcome {
		element, err := dom.LoadImage(ctx, s.URL)
		if err != nil {
			return failed(err)
		}
		width, _ := element.Get("naturalWidth")
		height, _ := element.Get("naturalHeight")
		return outcome{"loaded", fields{"width": raw(width), "height": raw(height)}}
	})
	return nil
}
