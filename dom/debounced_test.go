package dom

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// A timer can have gone off when the next call stops it: then the call before must not be made even so.
func TestATimerThatWentOffTooEarlyCallsNothing(t *testing.T) {
	var got []string
	b := &debounced[string]{
		ctx: t.Context(), end: func() {}, fn: func(_ context.Context, text string) { got = append(got, text) },
	}
	b.after(time.Hour, "before")
	b.after(time.Hour, "after")
	b.run(1, "before")
	assert.Empty(t, got)
	b.run(2, "after")
	assert.Equal(t, []string{"after"}, got)
}
