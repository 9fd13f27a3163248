package deferred_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// collected waits until a watched rejection must have been reported, if it is to be. gone is closed when its promise is
// garbage. Reports of what one collection found come before those of the next: so when a rejection made only then has
// been reported, the chance of the other is over.
func collected(t *testing.T, shown *record, gone <-chan struct{}) (texts []any) {
	for deadline := time.Now().Add(10 * time.Second); ; runtime.GC() {
		select {
		case <-gone:
		default:
			require.True(t, time.Now().Before(deadline), "the promise is still referred to")
			continue
		}
		break
	}
	const last = "unhandled rejection: the last"
	runtime.GC()
	func() { deferred.Rejected[int](errors.New("the last")) }()
	for deadline := time.Now().Add(10 * time.Second); !slices.Contains(texts, any(last)); texts = append(texts, shown.take()...) {
		require.True(t, time.Now().Before(deadline), "nothing is reported at all")
		runtime.GC()
		runtime.Gosched()
	}
	return texts
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
			gone := make(chan struct{})
			func() {
				d := deferred.New[int]()
				runtime.AddCleanup(d, func(gone chan struct{}) { close(gone) }, gone)
				d.Reject(errors.New(name))
				row.use(d) // after the rejection: nobody was late
			}()
			texts := collected(t, shown, gone)
			assert.Equal(t, row.want, slices.Contains(texts, any("unhandled rejection: "+name)))
		})
	}
}
