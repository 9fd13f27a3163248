package machine

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sizeOf(s slot) uintptr { return unsafe.Sizeof(s) }

func TestTheLargestCountFitsAnAnswer(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Done, maxCount)
	m.Add(n, Progress, maxCount)
	assert.EqualValues(t, maxCount, m.Notify(n)>>CountShift)
	assert.EqualValues(t, maxCount, m.Settle(n, Resolved)>>CountShift)
}

func TestOneCallbackTooManyIsRefusedAndChangesNothing(t *testing.T) {
	m := New(0)
	for kind := range int32(Progress + 1) {
		n := m.Take()
		if n == Full {
			m.Grow(1)
			n = m.Take()
		}
		require.EqualValues(t, Keep, m.Add(n, kind, maxCount))
		before := m.slots[n]
		assert.EqualValues(t, Invalid, m.Add(n, kind, 1))
		assert.EqualValues(t, before, m.slots[n])
	}
}

func TestAPassTakesNoMoreThanFits(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Done, maxCount)
	m.Settle(n, Resolved)
	assert.EqualValues(t, Invalid, m.Add(n, Done, 1))
	assert.EqualValues(t, ^0, m.Ran(n))
}

func TestAPassThatIsOverLeavesRoomForTheNext(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Progress, 1)
	m.Add(n, Done, maxCount)
	m.Notify(n)
	m.Settle(n, Resolved)
	assert.EqualValues(t, ^n, m.Ran(n), "the progress pass keeps the slot")
	assert.EqualValues(t, Call, m.Add(n, Done, maxCount))
}

func TestAddRefusesWhatIsNoKindOrCount(t *testing.T) {
	m := New(0)
	n := m.Take()
	for _, count := range []int32{0, -1, -1 << 31, maxCount + 1, 1<<31 - 1} {
		assert.EqualValues(t, Invalid, m.Add(n, Done, count))
	}
	for _, kind := range []int32{-1, 4, 1<<31 - 1, -1 << 31} {
		assert.EqualValues(t, Invalid, m.Add(n, kind, 1))
	}
	assert.EqualValues(t, Keep, m.Add(n, Progress, 1))
}

// Then counted a reaction onto the queue before it refused: the queue would never have ended.
func TestOneReactionTooManyIsRefusedAndQueuesNothing(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Notify(n)
	m.slots[n].then = maxCount // as after so many calls, which would take a while
	assert.EqualValues(t, Invalid, m.Then(n))
	assert.EqualValues(t, 0, m.queued)
}

func TestOneWaitingNotificationTooManyIsRefused(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Progress, 1)
	m.Notify(n)
	m.slots[n].notified = maxCount
	assert.EqualValues(t, Invalid, m.Notify(n))
}

// A few deferreds with the largest counts queue more reactions than an answer can say.
func TestAQueueTooLongForAnAnswerIsSaidToBeAsLongAsFits(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.slots[n].then = maxCount
	for range 200 {
		m.Notify(n)
	}
	assert.EqualValues(t, 1<<31-1, m.Drained(0))
	for m.queued > 0 {
		require.GreaterOrEqual(t, m.Drained(int32(min(m.queued, 1<<31-1))), int32(0))
	}
	assert.EqualValues(t, 0, m.Drained(0))
}

func TestSlotsThatDoNotExistAreInvalid(t *testing.T) {
	m := New(0)
	for _, l := range leaves {
		if l.name == "Take" || l.name == "LiveBlocks" || l.name == "Drained" {
			continue // they take no slot
		}
		for _, n := range []int32{-1 << 31, -1, FirstFrame, firstBlock, firstBlock + BlockSize, 1<<31 - 1} {
			if n == firstBlock && (l.name == "Generation" || l.name == "Release") {
				continue // a block that is free is a block
			}
			assert.EqualValues(t, Invalid, l.call(m, n, 1, 1), "%s(%d)", l.name, n)
		}
	}
}
