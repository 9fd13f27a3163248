package deferred

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

// These tests see each watch on a rejection start and end; those in unhandled_test.go wait for the collector.

// A watchLog records which promises are under suspicion, by their errors.
type watchLog struct{ items []string }

func (l *watchLog) suspect(c *core) { l.items = append(l.items, "suspect "+c.err.Error()) }
func (l *watchLog) relieve(c *core) { l.items = append(l.items, "relieve "+c.err.Error()) }

func TestARejectionIsUnderSuspicionUntilItIsHandled(t *testing.T) {
	for name, row := range map[string]struct {
		do   func(q *Queue)
		want []string
	}{
		"rejected": {func(q *Queue) { NewOn[int](q).Reject(errors.New("no")) }, []string{"suspect no"}},
		"handled before": {func(q *Queue) {
			d := NewOn[int](q)
			d.Promise().Fail(func(error) {})
			d.Reject(errors.New("no"))
		}, nil},
		"handled after": {func(q *Queue) {
			d := NewOn[int](q)
			d.Reject(errors.New("no"))
			d.Promise().Fail(func(error) {})
			d.Promise().Fail(func(error) {})
		}, []string{"suspect no", "relieve no"}},
		"fail of nothing": {func(q *Queue) {
			d := NewOn[int](q)
			d.Promise().Fail().Fail(nil)
			d.Reject(errors.New("no"))
		}, []string{"suspect no"}},
		"started by the handler of an aborted promise": {func(q *Queue) {
			d := NewOn[int](q)
			var p *Promise[int]
			p = ThenPromise(d.Promise(), func(int) *Promise[int] {
				p.Abort(errors.New("no"))
				work := NewOn[int](q)
				work.OnAbort(func(error) {})
				return work.Promise()
			})
			d.Resolve(1)
		}, nil},
		"aborted": {func(q *Queue) {
			d := NewOn[int](q)
			d.OnAbort(func(error) {})
			d.Promise().Abort(errors.New("no"))
		}, nil},
		"aborted by work that rejects with more": {func(q *Queue) {
			d := NewOn[int](q)
			d.OnAbort(func(error) { d.Reject(errors.New("stopped")) })
			d.Promise().Abort(errors.New("no"))
		}, nil},
		"aborted at the end of a chain": {func(q *Queue) {
			d := NewOn[int](q)
			d.OnAbort(func(error) {})
			d.Promise().Finally(func() error { return nil }).Abort(errors.New("no"))
		}, nil},
		"not abortable": {func(q *Queue) {
			d := NewOn[int](q)
			d.Promise().Abort(errors.New("no"))
			d.Reject(errors.New("by itself"))
		}, []string{"suspect by itself"}},
		"too late": {func(q *Queue) {
			Timeout(NewOn[int](q).Promise(), time.Second)
			time.Sleep(time.Second)
		}, []string{"suspect it took too long"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log := &watchLog{}
				row.do(&Queue{watch: log})
				synctest.Wait()
				assert.Equal(t, row.want, log.items)
			})
		})
	}
}
