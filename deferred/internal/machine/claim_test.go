package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestALockedSlotIgnoresSettle(t *testing.T) {
	m := New(0)
	n := m.Take()
	require.Positive(t, m.Lock(n))
	assert.EqualValues(t, Ignored, m.Settle(n, Resolved))
	assert.EqualValues(t, Pending, m.State(n))
}

func TestALockedSlotStillTakesCallbacksAndProgress(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Lock(n)
	assert.EqualValues(t, Keep, m.Add(n, Progress, 1))
	assert.EqualValues(t, Own<<SlotShift, m.Then(n))
	assert.EqualValues(t, 1, m.Notify(n)>>CountShift)
}

// Promises/A+ 2.3.3.3.3: the first call counts, further ones are ignored.
func TestClaimCountsOnce(t *testing.T) {
	m := New(0)
	n := m.Take()
	claim := m.Lock(n)
	assert.EqualValues(t, 1, m.Claim(n, claim))
	assert.EqualValues(t, 0, m.Claim(n, claim))
	assert.NotEqualValues(t, Ignored, m.Settle(n, Resolved), "it may be settled again")
	assert.EqualValues(t, 0, m.Claim(0, claim))
}

// A thenable that answered with another thenable must not settle it itself afterwards.
func TestAStaleClaimIsIgnored(t *testing.T) {
	m := New(0)
	n := m.Take()
	first := m.Lock(n)
	require.EqualValues(t, 1, m.Claim(n, first))
	second := m.Lock(n)
	require.NotEqual(t, first, second)
	assert.EqualValues(t, 0, m.Held(n, first))
	assert.EqualValues(t, 0, m.Claim(n, first))
	assert.EqualValues(t, Ignored, m.Settle(n, Rejected), "still locked in to the second")
	assert.EqualValues(t, 1, m.Held(n, second))
	assert.EqualValues(t, 1, m.Claim(n, second))
}

func TestAClaimHoldsUntilItIsMade(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, 0, m.Held(n, 0), "a slot that is locked in to nothing")
	assert.EqualValues(t, 0, m.Claim(n, 0))
	claim := m.Lock(n)
	assert.EqualValues(t, 1, m.Held(n, claim))
	m.Claim(n, claim)
	assert.EqualValues(t, 0, m.Held(n, claim))
}

func TestASettledDeferredCannotBeLocked(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Done, 1)
	m.Settle(n, Resolved)
	assert.EqualValues(t, Ignored, m.Lock(n), "inside its callbacks")
	assert.EqualValues(t, Ignored, m.Lock(^m.Ran(n)), "and after them")
}

// A promise may follow thenable after thenable for as long as the page lives.
func TestClaimsKeepWorkingWhenTheirNumbersStartAgain(t *testing.T) {
	m := New(0)
	n := m.Take()
	for range 3 << 16 {
		claim := m.Lock(n)
		require.GreaterOrEqual(t, claim, int32(0))
		require.EqualValues(t, 1, m.Held(n, claim))
		require.EqualValues(t, 0, m.Claim(n, claim-1))
		require.EqualValues(t, 1, m.Claim(n, claim))
	}
}

func TestADeferredEndsAsTheOneItAdoptedDid(t *testing.T) {
	s := newScript(t)
	to := s.create()
	s.adopt(s.d, to)
	s.on(Progress, "progress")
	s.on(Fail, "fail")
	s.settle(s.d, Resolved, 1)
	s.notify(to, 2)
	s.settle(to, Rejected, 3)
	s.wrote()
	s.drain()
	s.wrote("progress(2)", "fail(3)")
}
