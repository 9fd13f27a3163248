package pace

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestWorkPausesAfterEachSlice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		others, told := 0, 0
		go func() {
			for ctx.Err() == nil {
				others++
				time.Sleep(slice)
			}
		}()
		p := New()
		compute := func(d time.Duration) error {
			time.Sleep(d)
			before := time.Now()
			err := p.Pause(ctx, func() { told++ })
			assert.LessOrEqual(t, time.Since(before), time.Millisecond)
			return err
		}
		assert.NoError(t, compute(slice-1))
		assert.Equal(t, 0, told)
		assert.NoError(t, compute(1))
		assert.Equal(t, 1, told)
		assert.Equal(t, 2, others)
		assert.NoError(t, compute(slice-1), "a new slice has begun")

		reason := errors.New("another search")
		cancel(reason)
		assert.NoError(t, compute(0), "within a slice nobody can have ended it")
		assert.Equal(t, reason, compute(1))
		synctest.Wait()
	})
}
