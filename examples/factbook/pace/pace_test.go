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
		told := 0
		p := New()
		// compute answers how long the others had their turn, too.
		compute := func(d time.Duration) (time.Duration, error) {
			time.Sleep(d)
			before := time.Now()
			err := p.Pause(ctx, func() { told++ })
			return time.Since(before), err
		}
		pause, err := compute(slice - 1)
		assert.NoError(t, err)
		assert.Zero(t, pause)
		assert.Equal(t, 0, told)

		pause, err = compute(1)
		assert.NoError(t, err)
		assert.Equal(t, gap, pause)
		assert.Equal(t, 1, told)

		pause, err = compute(slice - 1)
		assert.NoError(t, err)
		assert.Zero(t, pause, "a new slice has begun")

		reason := errors.New("another search")
		cancel(reason)
		_, err = compute(0)
		assert.NoError(t, err, "within a slice nobody can have ended it")
		_, err = compute(1)
		assert.Equal(t, reason, err)
	})
}
