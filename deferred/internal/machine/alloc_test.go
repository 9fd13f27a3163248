package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A leaf operation that allocates may start a collection, which may park the goroutine that the
// page's call stands on: see the package comment.

var sink int32

func TestStepAllocatesNothing(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for s := int32(-2); s < 140; s++ {
			for e := int32(-2); e < 20; e++ {
				sink += Step(s, e)
			}
		}
		for _, n := range edges {
			sink += Step(n, n)
		}
	}))
}

func TestArriveAllocatesNothing(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for _, n := range edges {
			sink += Arrive(n)
		}
	}))
}
