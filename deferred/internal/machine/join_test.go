package machine

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAJoinCountsDownToZeroOnce(t *testing.T) {
	remaining := int32(3)
	for _, left := range []int32{2, 1, 0, Invalid, Invalid} {
		remaining = Arrive(remaining)
		assert.Equal(t, left, remaining)
	}
}

func TestArriveRefusesAJoinThatWaitsForNobody(t *testing.T) {
	for _, remaining := range []int32{0, -1, -2, math.MinInt32, math.MinInt32 + 1} {
		assert.EqualValues(t, Invalid, Arrive(remaining), "%d", remaining)
	}
}

func TestTheLargestJoinCountsDown(t *testing.T) {
	assert.EqualValues(t, math.MaxInt32-1, Arrive(math.MaxInt32))
}

func TestAJoinEndsWithItsLastOne(t *testing.T) {
	s := newScript(t)
	r := &faceRunner{face: s.face}
	a, b := r.create(), r.create()
	primary := r.join([]int{a, b, a})
	r.add(primary, AddAlways, []func(int){s.named("join")})
	r.settle(a, Resolved, 1)
	s.wrote()
	r.settle(b, Resolved, 2)
	s.wrote(fmt.Sprintf("join(%d)", mix([]int{1, 2, 1})))
}

func TestAJoinEndsWithItsFirstRejection(t *testing.T) {
	s := newScript(t)
	r := &faceRunner{face: s.face}
	a, b := r.create(), r.create()
	primary := r.join([]int{a, b})
	r.add(primary, AddAlways, []func(int){s.named("join")})
	r.settle(b, Rejected, 1)
	s.wrote("join(1)")
	r.settle(a, Resolved, 2)
	s.wrote()
	assert.NoError(t, r.atRest())
}
