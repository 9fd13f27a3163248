package machine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAnAbortGoesOnOnlyWhereNobodyElseWaits(t *testing.T) {
	for _, row := range []struct {
		name    string
		state   State
		waiting int32
		want    int32
	}{
		{"pending, nobody waits", Pending, 0, 1},
		{"pending, somebody waits", Pending, 1, 0},
		{"pending, many wait", Pending, math.MaxInt32, 0},
		{"locked in, nobody waits", Pending | Locked, 0, 1},
		{"notified and handled before, nobody waits now", Pending | Notified | Handled, 0, 1},
		{"inside a progress callback", Pending | Notifying, 0, 1},
		{"resolved", Resolved, 0, 0},
		{"rejected", Rejected | Handled, 0, 0},
		{"no state", 3, 0, Invalid},
		{"no state at all", -1, 0, Invalid},
		{"no count", Pending, -1, Invalid},
		{"nothing of the kind", math.MinInt32, math.MinInt32, Invalid},
	} {
		assert.Equal(t, row.want, Leave(row.state, row.waiting), row.name)
	}
}
