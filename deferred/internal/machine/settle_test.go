package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyTheFirstSettlingCounts(t *testing.T) {
	s := newScript(t)
	s.on(Always, "always", func() { s.settle(s.d, Resolved, 2) })
	s.settle(s.d, Rejected, 1)
	s.settle(s.d, Resolved, 3)
	s.on(Done, "never")
	s.on(Fail, "fail")
	s.wrote("always(1)", "fail(1)")
	assert.EqualValues(t, Ignored, s.m.Settle(s.d.slot, Resolved))
}

func TestTheStateIsFinalInsideTheFirstCallback(t *testing.T) {
	for _, outcome := range []int32{Resolved, Rejected} {
		s := newScript(t)
		assert.EqualValues(t, Pending, s.state(s.d))
		s.on(Always, "a", func() { assert.Equal(t, outcome, s.state(s.d)) })
		s.settle(s.d, outcome, 1)
		s.wrote("a(1)")
		assert.Equal(t, outcome, s.state(s.d))
	}
}

// The shared slot alone says everything about how a deferred ended, whichever way it got there.
func TestEveryEndHasItsSharedSlot(t *testing.T) {
	for _, end := range []struct {
		name                        string
		outcome                     int32
		notified, handled, progress bool
		slot                        int32
	}{
		{"resolved", Resolved, false, false, false, 0},
		{"resolved, handled", Resolved, false, true, false, 0},
		{"resolved, notified", Resolved, true, false, true, bitNotified},
		{"rejected", Rejected, false, false, false, Unhandled},
		{"rejected, handled", Rejected, false, true, false, bitRejected},
		{"rejected, notified", Rejected, true, false, true, UnhandledNotified},
		{"rejected, notified, handled", Rejected, true, true, true, bitRejected | bitNotified},
	} {
		t.Run(end.name, func(t *testing.T) {
			s := newScript(t)
			if end.notified {
				s.notify(s.d, 1)
			}
			if end.handled {
				s.on(Fail, "fail")
			}
			s.settle(s.d, end.outcome, 2)
			require.Equal(t, end.slot, s.d.slot)
			assert.Equal(t, end.outcome, s.state(s.d))
			assert.Equal(t, end.slot == Unhandled || end.slot == UnhandledNotified, s.m.Unhandled(s.d.slot) == 1)
			assert.Equal(t, end.progress, s.m.Add(s.d.slot, Progress, 1) >= FirstFrame)
		})
	}
}

// A deferred that was notified and then rejected unhandled kept its freed slot: its end was written
// with the number of Own. Every later call on it failed, or spoke of another deferred.
func TestNoEndReadsAsOwn(t *testing.T) {
	for state := uint8(Resolved); state <= Rejected; state++ {
		for flags := uint8(0); flags < 32; flags++ {
			end := endOf(&slot{state: state, flags: flags})
			assert.NotEqual(t, int32(Own), end)
			assert.Less(t, end, int32(shared))
			assert.EqualValues(t, state, New(0).State(end))
		}
	}
}

func TestSettleAnswersHowManyCallbacksToRun(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Done, 2)
	m.Add(n, Always, 3)
	m.Add(n, Fail, 1)
	assert.EqualValues(t, 5<<CountShift|Own<<SlotShift, m.Settle(n, Resolved))
	m.Add(n, Done, 4)
	assert.EqualValues(t, 4, m.Ran(n))
	assert.EqualValues(t, ^0, m.Ran(n))
	assert.NoError(t, check(m))
}

func TestASettledSlotIsFreeAtOnce(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, 0<<SlotShift, m.Settle(n, Resolved))
	for name, answer := range map[string]int32{
		"State": m.State(n), "Add": m.Add(n, Done, 1), "Then": m.Then(n), "Settle": m.Settle(n, Resolved),
		"Notify": m.Notify(n), "Ran": m.Ran(n), "Unhandled": m.Unhandled(n), "Lock": m.Lock(n),
	} {
		assert.EqualValues(t, Invalid, answer, name)
	}
	assert.NoError(t, check(m))
}

func TestASlotStaysWhileAPassRuns(t *testing.T) {
	s := newScript(t)
	own := s.d.slot
	s.on(Done, "done", func() { assert.Equal(t, own, s.d.slot) })
	s.on(Progress, "progress", func() {
		s.settle(s.d, Resolved, 1)
		assert.Equal(t, own, s.d.slot, "its progress pass is not over")
	})
	s.notify(s.d, 0)
	s.wrote("progress(0)", "done(1)")
	assert.EqualValues(t, bitNotified, s.d.slot)
}

func TestSettleRefusesWhatIsNoOutcome(t *testing.T) {
	m := New(0)
	n := m.Take()
	for _, outcome := range []int32{Pending, free, -1, 1 << 30} {
		assert.EqualValues(t, Invalid, m.Settle(n, outcome))
	}
	assert.EqualValues(t, Pending, m.State(n))
}

func TestRanOutsideAPassIsInvalid(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Done, 1)
	assert.EqualValues(t, Invalid, m.Ran(n))
	assert.EqualValues(t, Pending, m.State(n))
}

func TestSharedSlotsNeverChange(t *testing.T) {
	m := New(0)
	for n := range int32(shared) {
		state := m.State(n)
		m.Settle(n, Resolved)
		m.Settle(n, Rejected)
		m.Notify(n)
		m.Then(n)
		m.Lock(n)
		m.Expect(n, 3)
		m.Ran(n)
		m.Progressed(n)
		assert.Equal(t, state, m.State(n))
	}
	assert.NoError(t, check(m))
}
