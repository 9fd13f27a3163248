package deferred_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/godeferred/godeferred/deferred"
)

var errTest = errors.New("test")

// A record is what happened, in order, on any goroutines.
type record struct {
	mu    sync.Mutex
	items []any
}

func (r *record) add(item any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.items = append(r.items, item)
}

// take returns what happened since the last take.
func (r *record) take() []any {
	r.mu.Lock()
	defer r.mu.Unlock()
	items := r.items
	r.items = nil
	return items
}

// adds returns a callback that records a name.
func adds[T any](r *record, name string) func(T) { return func(T) { r.add(name) } }

// reports records the panics that have no caller, while the test runs. Unhandled rejections are left
// out: they may be another test's, whose promises are collected only now.
func reports(t *testing.T) *record {
	r := &record{}
	t.Cleanup(deferred.OnReport(func(err error) {
		if unhandled := new(deferred.UnhandledError); !errors.As(err, &unhandled) {
			r.add(err.Error())
		}
	}))
	return r
}
