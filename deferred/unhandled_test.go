package deferred_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// collected waits until something has been reported, or for a while for nothing.
func collected(r *record) []any {
	for range 20 {
		runtime.GC()
		time.Sleep(time.Millisecond) // the collector's own goroutine reports
		if got := r.take(); got != nil {
			return got
		}
	}
	return nil
}

func TestARejectionThatNobodyEverLookedAtIsReported(t *testing.T) {
	for name, row := range map[string]struct {
		use  func(*deferred.Deferred[int])
		want []any
	}{
		"nothing":   {func(d *deferred.Deferred[int]) {}, []any{"unhandled rejection: test"}},
		"done":      {func(d *deferred.Deferred[int]) { d.Promise().Done(func(int) {}) }, []any{"unhandled rejection: test"}},
		"fail":      {func(d *deferred.Deferred[int]) { d.Promise().Fail(func(error) {}) }, nil},
		"always":    {func(d *deferred.Deferred[int]) { d.Promise().Always(func() {}) }, nil},
		"Await":     {func(d *deferred.Deferred[int]) { _, _ = d.Promise().Await(context.Background()) }, nil},
		"Result":    {func(d *deferred.Deferred[int]) { _, _ = d.Promise().Result() }, nil},
		"Settled":   {func(d *deferred.Deferred[int]) { d.Promise().Settled() }, nil},
		"a handler": {func(d *deferred.Deferred[int]) { deferred.Then(d.Promise(), same).Fail(func(error) {}) }, nil},
		"then": {func(d *deferred.Deferred[int]) { deferred.Then(d.Promise(), same) },
			[]any{"unhandled rejection: test"}}, // of the promise that then returned
	} {
		t.Run(name, func(t *testing.T) {
			shown := reports(t)
			collected(shown) // what other tests have left
			collected(shown)
			func() {
				d := deferred.New[int]()
				d.Reject(fmt.Errorf("%w", errTest))
				row.use(d) // after the rejection: nobody was late
			}()
			assert.Equal(t, row.want, collected(shown))
		})
	}
}
