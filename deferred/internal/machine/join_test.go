package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAJoinCountsDownToZeroOnce(t *testing.T) {
	m := New(0)
	n := m.Take()
	require.EqualValues(t, 3, m.Expect(n, 3))
	for _, left := range []int32{2, 1, 0, Ignored, Ignored} {
		assert.Equal(t, left, m.Arrive(n))
	}
}

func TestAJoinThatHasEndedCountsNobody(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Expect(n, 2)
	m.Add(n, Fail, 1)
	m.Settle(n, Rejected)
	assert.EqualValues(t, Ignored, m.Arrive(n), "inside its callbacks")
	assert.EqualValues(t, Ignored, m.Expect(n, 1))
	as := ^m.Ran(n)
	assert.EqualValues(t, Ignored, m.Arrive(as), "and after them")
	assert.EqualValues(t, Ignored, m.Expect(as, 1))
}

func TestAJoinOfNothingIsCompleteFromTheStart(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, 0, m.Expect(n, 0))
	assert.EqualValues(t, Ignored, m.Arrive(n))
}

func TestExpectRefusesLessThanNothing(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, Invalid, m.Expect(n, -1))
	assert.EqualValues(t, Invalid, m.Expect(firstBlock+BlockSize, 1))
	assert.EqualValues(t, Invalid, m.Arrive(firstBlock+BlockSize))
}

func TestADeferredThatIsNoJoinCountsNobody(t *testing.T) {
	m := New(0)
	assert.EqualValues(t, Ignored, m.Arrive(m.Take()))
}
