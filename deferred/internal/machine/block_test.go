package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTakeGivesOutDifferentBlocksOfPendingSlots(t *testing.T) {
	m := New(3 * BlockSize)
	seen := map[int32]bool{}
	for range 3 {
		first := m.Take()
		require.GreaterOrEqual(t, first, int32(firstBlock))
		require.False(t, seen[first])
		seen[first] = true
		for n := first; n < first+BlockSize; n++ {
			require.EqualValues(t, Pending, m.State(n))
		}
	}
	assert.EqualValues(t, 3, m.LiveBlocks())
	assert.EqualValues(t, Full, m.Take())
	assert.NoError(t, check(m))
}

func TestGrowMakesRoomAndKeepsWhatIsThere(t *testing.T) {
	m := New(1)
	first := m.Take()
	m.Add(first, Done, 2)
	generation := m.Generation(first)
	frame := m.Add(0, Done, 1)
	require.EqualValues(t, Full, m.Take())
	m.Grow(5)
	assert.NoError(t, check(m))
	assert.EqualValues(t, 2, m.Settle(first, Resolved)>>CountShift)
	assert.Equal(t, generation, m.Generation(first))
	assert.EqualValues(t, ^0, m.Ran(frame))
	for range 5 {
		assert.NotEqualValues(t, Full, m.Take())
	}
	assert.EqualValues(t, Full, m.Take())
}

func TestGrowAtLeastDoubles(t *testing.T) {
	m := New(10 * BlockSize)
	m.Grow(1)
	assert.Len(t, m.blocks, 20)
	m.Grow(0)
	assert.Len(t, m.blocks, 40)
	assert.NoError(t, check(m))
}

func TestBlockComesBackWhenItsLastSlotSettles(t *testing.T) {
	m := New(1)
	first := m.Take()
	for n := first; n < first+BlockSize; n++ {
		require.EqualValues(t, Full, m.Take())
		m.Settle(n, Resolved)
	}
	assert.EqualValues(t, 0, m.LiveBlocks())
	require.Equal(t, first, m.Take())
	assert.EqualValues(t, Pending, m.State(first), "as good as new")
}

func TestASlotInAPassKeepsItsBlock(t *testing.T) {
	m := New(1)
	first := m.Take()
	m.Add(first, Done, 1)
	for n := first; n < first+BlockSize; n++ {
		m.Settle(n, Resolved)
	}
	assert.EqualValues(t, 1, m.LiveBlocks())
	m.Ran(first)
	assert.EqualValues(t, 0, m.LiveBlocks())
}

func TestABlockGivenOutAgainRemembersNothing(t *testing.T) {
	m := New(1)
	first := m.Take()
	m.Add(first, Progress, 2)
	m.Notify(first)
	m.Then(first)
	m.Lock(first)
	m.Release(first, m.Generation(first))
	require.Equal(t, first, m.Take())
	assert.EqualValues(t, 0, m.Notify(first))
	assert.EqualValues(t, 0, m.Settle(first, Resolved)&Queue)
}

func TestReleaseFreesAbandonedSlots(t *testing.T) {
	m := New(1)
	first := m.Take()
	m.Settle(first, Resolved)
	m.Settle(first+1, Rejected)
	assert.EqualValues(t, BlockSize-2, m.Release(first, m.Generation(first)))
	assert.EqualValues(t, 0, m.LiveBlocks())
	assert.EqualValues(t, Invalid, m.State(first+2))
	assert.NoError(t, check(m))
}

func TestReleaseTakesAnySlotOfTheBlock(t *testing.T) {
	m := New(1)
	first := m.Take()
	assert.EqualValues(t, 1, m.Generation(first+BlockSize-1))
	assert.EqualValues(t, BlockSize, m.Release(first+BlockSize-1, 1))
}

func TestAStaleFinalizerReleasesNothing(t *testing.T) {
	m := New(1)
	first := m.Take()
	generation := m.Generation(first)
	for n := first; n < first+BlockSize; n++ {
		m.Settle(n, Resolved)
	}
	assert.EqualValues(t, Ignored, m.Release(first, generation), "it came back by itself")
	require.Equal(t, first, m.Take())
	assert.EqualValues(t, Ignored, m.Release(first, generation), "it is another's now")
	assert.EqualValues(t, Pending, m.State(first))
	assert.EqualValues(t, 1, m.LiveBlocks())
}

func TestReleasedTwiceIsReleasedOnce(t *testing.T) {
	m := New(2 * BlockSize)
	first := m.Take()
	m.Release(first, 1)
	assert.EqualValues(t, Ignored, m.Release(first, 1))
	assert.NotEqual(t, m.Take(), m.Take(), "it stands in the list of free blocks once")
	assert.NoError(t, check(m))
}

func TestWhatIsInNoBlockHasNoGeneration(t *testing.T) {
	m := New(1)
	for _, n := range []int32{-1 << 31, -1, 0, FirstFrame, firstBlock - 1, firstBlock + BlockSize, 1<<31 - 1} {
		assert.EqualValues(t, Invalid, m.Generation(n))
		assert.EqualValues(t, Invalid, m.Release(n, 0))
	}
	assert.EqualValues(t, Ignored, m.Release(firstBlock, 0), "never given out")
}

func TestAMachineWithoutTablesIsFull(t *testing.T) {
	var m Machine
	assert.EqualValues(t, Full, m.Take())
	assert.EqualValues(t, Invalid, m.State(0))
	assert.EqualValues(t, Invalid, m.Add(0, Done, 1))
}

func TestASlotStaysSmall(t *testing.T) {
	m := New(1)
	assert.LessOrEqual(t, sizeOf(m.slots[0]), uintptr(36), "bytes of linear memory for a pending deferred")
}
