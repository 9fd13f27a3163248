package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
)

type caching struct {
	Max   int
	TTL   float64 // ms
	Keep  bool
	Acts  string // what the cache's function does: "waits" for settle, or at once "answers", "fails" or "panics"
	Key   any
	As    string
	N     int // the request of the cache, from 1 on
	Value any
	Error string
}

// A store is a cache, and the requests that it has made.
type store struct {
	cache *ajax.Cache[any, any]
	asked []*deferred.Deferred[any]
}

var caches map[string]*store

func makeCache(_ context.Context, s *step) error {
	c := &store{}
	c.cache = ajax.NewCache(func(ctx context.Context, key any) (any, error) {
		d := deferred.New[any]()
		c.asked = append(c.asked, d)
		n := len(c.asked)
		say(s.ID, "asked", fields{"key": key, "n": n})
		switch s.Acts {
		case "answers":
			return fmt.Sprint("answer ", n), nil
		case "fails":
			return nil, fmt.Errorf("failure %d", n)
		case "panics":
			panic(fmt.Errorf("failure %d", n))
		}
		return d.Promise().Await(ctx)
	}, ajax.CacheOptions{Max: s.Max, TTL: ms(s.TTL), KeepFailures: s.Keep})
	if caches == nil {
		caches = map[string]*store{}
	}
	caches[s.ID] = c
	return nil
}

func get(_ context.Context, s *step) error {
	start(s.As, func(ctx context.Context) outcome {
		value, err := caches[s.ID].cache.Get(ctx, s.Key)
		if p, panicked := errors.AsType[*deferred.PanicError](err); panicked {
			err = p.Value.(error)
		}
		if err != nil {
			return failed(err)
		}
		return outcome{"got", fields{"value": value}}
	})
	return nil
}

func settle(_ context.Context, s *step) error {
	d := caches[s.ID].asked[s.N-1]
	if s.Error != "" {
		d.Reject(errors.New(s.Error))
	} else {
		d.Resolve(s.Value)
	}
	return nil
}

func forgetKey(_ context.Context, s *step) error {
	say(s.ID, "deleted", fields{"key": s.Key, "was": caches[s.ID].cache.Delete(s.Key)})
	return nil
}

func clearCache(_ context.Context, s *step) error { caches[s.ID].cache.Clear(); return nil }

func hasKey(_ context.Context, s *step) error {
	say(s.ID, "has", fields{"key": s.Key, "is": caches[s.ID].cache.Has(s.Key)})
	return nil
}
