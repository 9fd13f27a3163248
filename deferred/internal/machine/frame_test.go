package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLateCallbacksOfDifferentDeferredsNest(t *testing.T) {
	s := newScript(t)
	other := s.create()
	s.settle(s.d, Resolved, 1)
	s.settle(other, Rejected, 2)
	s.on(Done, "outer", func() {
		assert.EqualValues(t, FirstFrame, s.d.slot)
		s.add(other, Fail, s.named("inner", func() {
			assert.EqualValues(t, FirstFrame+1, other.slot)
			s.on(Done, "waits for outer")
		}))
		s.named("outer ends")(0)
	})
	s.wrote("outer(1)", "inner(2)", "outer ends(0)", "waits for outer(1)")
	assert.EqualValues(t, 0, s.m.depth)
	assert.EqualValues(t, 0, s.d.slot)
	assert.EqualValues(t, bitRejected, other.slot)
}

func TestAFrameIsSettledAsItsDeferredWas(t *testing.T) {
	for _, n := range []int32{0, bitRejected, bitNotified, bitRejected | bitNotified, Unhandled, UnhandledNotified} {
		m := New(0)
		at := m.Add(n, Always, 1)
		require.EqualValues(t, FirstFrame, at)
		assert.Equal(t, m.State(n), m.State(at))
		assert.EqualValues(t, Ignored, m.Settle(at, Resolved))
		assert.EqualValues(t, Ignored, m.Notify(at))
		assert.EqualValues(t, Ignored, m.Lock(at))
		// Handled now, and otherwise as before.
		assert.Equal(t, m.Then(n)>>SlotShift, ^m.Ran(at))
		assert.NoError(t, check(m))
	}
}

func TestAFrameTakesLateDoneAndProgressAtOnce(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.settle(s.d, Resolved, 2)
	s.on(Progress, "p", func() {
		s.on(Done, "d", func() {
			s.on(Progress, "p2")
			s.on(Done, "d2")
		})
		s.named("p ends")(0)
	})
	s.wrote("p(1)", "d(2)", "d2(2)", "p ends(0)", "p2(1)")
	assert.EqualValues(t, 0, s.m.depth)
}

func TestOneFrameServesAllThatItsCallbacksAdd(t *testing.T) {
	s := newScript(t)
	s.settle(s.d, Resolved, 1)
	left := 3 * frames
	var again func()
	again = func() {
		if left--; left > 0 {
			s.add(s.d, Done, func(int) { again() })
			assert.EqualValues(t, 1, s.m.depth)
		}
	}
	s.add(s.d, Done, func(int) { again() })
	assert.Equal(t, 0, left)
}

func TestFramesNestUpToTheirNumberAndThenSayFull(t *testing.T) {
	m := New(0)
	for i := range int32(frames) {
		require.EqualValues(t, FirstFrame+i, m.Add(0, Done, 1))
	}
	assert.EqualValues(t, Full, m.Add(0, Done, 1))
	assert.EqualValues(t, Full, m.Add(bitNotified, Progress, 1))
	m.Grow(1)
	assert.EqualValues(t, Full, m.Add(0, Done, 1), "growing makes no frames")
	assert.NoError(t, check(m))
	assert.EqualValues(t, Drop, m.Add(0, Fail, 1), "what never runs needs no frame")

	for i := int32(frames) - 1; i >= 0; i-- {
		require.EqualValues(t, ^0, m.Ran(FirstFrame+i))
	}
	assert.EqualValues(t, FirstFrame, m.Add(0, Done, 1), "all came back")
}

// Page functions nest, so passes end in order; a wrong call can still end one too early.
func TestFramesGivenBackOutOfOrderAreNotGivenOutTwice(t *testing.T) {
	m := New(0)
	low, high := m.Add(0, Done, 1), m.Add(0, Done, 1)
	assert.EqualValues(t, ^0, m.Ran(low))
	assert.EqualValues(t, high+1, m.Add(0, Done, 1))
	assert.NoError(t, check(m))
	m.Ran(high + 1)
	m.Ran(high)
	assert.EqualValues(t, 0, m.depth)
	assert.NoError(t, check(m))
}

func TestALateFailHandlesTheRejection(t *testing.T) {
	m := New(0)
	assert.EqualValues(t, ^bitRejected, m.Ran(m.Add(Unhandled, Fail, 1)))
	assert.EqualValues(t, ^(bitRejected | bitNotified), m.Ran(m.Add(UnhandledNotified, Always, 1)))
}

func TestALateProgressCallbackHandlesNothing(t *testing.T) {
	m := New(0)
	assert.EqualValues(t, ^UnhandledNotified, m.Progressed(m.Add(UnhandledNotified, Progress, 1)))
}
