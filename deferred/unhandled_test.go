package deferred_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

// collected waits until an error of that text has been reported, or for a while for none.
func collected(r *record, text string, wait int) bool {
	for range wait {
		runtime.GC()
		time.Sleep(time.Millisecond)              // the collector's own goroutine reports
		if slices.Contains(r.take(), any(text)) { // other tests have left rejections, too
			return true
		}
	}
	return false
}

func TestARejectionThatNobodyEverLookedAtIsReported(t *testing.T) {
	for name, row := range map[string]struct {
		use  func(*deferred.Deferred[int])
		want bool
	}{
		"nothing":   {func(d *deferred.Deferred[int]) {}, true},
		"done":      {func(d *deferred.Deferred[int]) { d.Promise().Done(func(int) {}) }, true},
		"fail":      {func(d *deferred.Deferred[int]) { d.Promise().Fail(func(error) {}) }, false},
		"always":    {func(d *deferred.Deferred[int]) { d.Promise().Always(func() {}) }, false},
		"Await":     {func(d *deferred.Deferred[int]) { _, _ = d.Promise().Await(context.Background()) }, false},
		"Result":    {func(d *deferred.Deferred[int]) { _, _ = d.Promise().Result() }, false},
		"Settled":   {func(d *deferred.Deferred[int]) { d.Promise().Settled() }, false},
		"a handler": {func(d *deferred.Deferred[int]) { deferred.Then(d.Promise(), same).Fail(func(error) {}) }, false},
		"then": {func(d *deferred.Deferred[int]) { deferred.Then(d.Promise(), same) },
			true}, // of the promise that then returned
	} {
		t.Run(name, func(t *testing.T) {
			shown := &record{}
			defer deferred.OnReport(func(err error) { shown.add(err.Error()) })()
			func() {
				d := deferred.New[int]()
				d.Reject(errors.New(name))
				row.use(d) // after the rejection: nobody was late
			}()
			wait := 10
			if row.want {
				wait = 1000
			}
			assert.Equal(t, row.want, collected(shown, "unhandled rejection: "+name, wait))
		})
	}
}
