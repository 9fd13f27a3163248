//go:build js && wasm

package main

import (
	"context"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

// All of them are (settle, number, target, duration, easing, each): each, where there is one, gets
// every element as its animation ends. The promise resolves with target as its context and value;
// for a selector, which is no object, it is the array of the elements found.

func callSlideDown(_ safejs.Value, args []safejs.Value) (any, error) {
	return nil, blame("slideDown", animate(args, anim.SlideDown))
}

func callFadeIn(_ safejs.Value, args []safejs.Value) (any, error) {
	return nil, blame("fadeIn", animate(args, anim.FadeIn))
}

type effect func(ctx context.Context, elements []safejs.Value, opts ...anim.Option) (*anim.Run, error)

func animate(args arguments, effect effect) error {
	target := args[2]
	elements, err := dom.Find(target)
	if err != nil {
		return err
	}
	opts, err := animOptions(args[3], args[4], args[5])
	if err != nil {
		return err
	}
	var result any = target
	if target.Type() == safejs.TypeString {
		found := make([]any, len(elements))
		for i, element := range elements {
			found[i] = element
		}
		result = found
	}
	w, err := newWork(args)
	if err != nil {
		return err
	}
	run, err := effect(w.ctx, elements, opts...)
	if err != nil {
		return w.drop(err)
	}
	w.run(func() error {
		if err := run.Wait(); err != nil {
			return err
		}
		return w.end(true, result, result)
	})
	return nil
}

func animOptions(duration, easing, each safejs.Value) ([]anim.Option, error) {
	var opts []anim.Option
	switch page.TypeOf(duration) {
	case safejs.TypeUndefined, safejs.TypeNull:
	default:
		d, err := durationOf(duration)
		if err != nil {
			return nil, err
		}
		opts = append(opts, anim.Duration(d))
	}
	switch page.TypeOf(easing) {
	case safejs.TypeUndefined, safejs.TypeNull:
	case safejs.TypeString:
		name, err := easing.String()
		if err != nil {
			return nil, err
		}
		opts = append(opts, anim.Easing(name))
	default:
		return nil, page.Wrong("easing", `"swing" or "linear"`, easing)
	}
	if each.Type() == safejs.TypeFunction {
		opts = append(opts, anim.Each(func(element safejs.Value) {
			if _, err := each.Invoke(element); err != nil {
				page.Report(page.Caught(err))
			}
		}))
	}
	return opts, nil
}

func durationOf(value safejs.Value) (time.Duration, error) {
	switch page.TypeOf(value) {
	case safejs.TypeNumber:
		ms, err := value.Float()
		return anim.Milliseconds(ms), err
	case safejs.TypeString:
		word, err := value.String()
		if err != nil {
			return 0, err
		}
		return anim.Word(word)
	}
	return 0, page.Wrong("duration", `a number of milliseconds, "fast" or "slow"`, value)
}
