package machine

import (
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// leaves are the operations that a page can call with any integers.
var leaves = []struct {
	name string
	call func(m *Machine, a, b, c int32) int32
}{
	{"Add", func(m *Machine, a, b, c int32) int32 { return m.Add(a, b, c) }},
	{"Arrive", func(m *Machine, a, _, _ int32) int32 { return m.Arrive(a) }},
	{"Claim", func(m *Machine, a, b, _ int32) int32 { return m.Claim(a, b) }},
	{"Drained", func(m *Machine, a, _, _ int32) int32 { return m.Drained(a) }},
	{"Expect", func(m *Machine, a, b, _ int32) int32 { return m.Expect(a, b) }},
	{"Generation", func(m *Machine, a, _, _ int32) int32 { return m.Generation(a) }},
	{"Held", func(m *Machine, a, b, _ int32) int32 { return m.Held(a, b) }},
	{"LiveBlocks", func(m *Machine, _, _, _ int32) int32 { return m.LiveBlocks() }},
	{"Lock", func(m *Machine, a, _, _ int32) int32 { return m.Lock(a) }},
	{"Notify", func(m *Machine, a, _, _ int32) int32 { return m.Notify(a) }},
	{"Progressed", func(m *Machine, a, _, _ int32) int32 { return m.Progressed(a) }},
	{"Ran", func(m *Machine, a, _, _ int32) int32 { return m.Ran(a) }},
	{"Release", func(m *Machine, a, b, _ int32) int32 { return m.Release(a, b) }},
	{"Resume", func(m *Machine, a, _, _ int32) int32 { return m.Resume(a) }},
	{"Settle", func(m *Machine, a, b, _ int32) int32 { return m.Settle(a, b) }},
	{"State", func(m *Machine, a, _, _ int32) int32 { return m.State(a) }},
	{"Take", func(m *Machine, _, _, _ int32) int32 { return m.Take() }},
	{"Then", func(m *Machine, a, _, _ int32) int32 { return m.Then(a) }},
	{"Unhandled", func(m *Machine, a, _, _ int32) int32 { return m.Unhandled(a) }},
}

func TestEveryLeafOperationIsListed(t *testing.T) {
	var exported, listed []string
	for method := range reflect.TypeFor[*Machine]().Methods() {
		if method.Name != "New" && method.Name != "Grow" {
			exported = append(exported, method.Name)
		}
	}
	for _, l := range leaves {
		listed = append(listed, l.name)
	}
	assert.Equal(t, exported, listed)
}

// plausible makes an argument of a random one that a page could well pass: slots near those in
// use, kinds, outcomes, small counts.
func plausible(m *Machine, n int32) int32 {
	of := uint32(n) >> 3
	switch n & 7 {
	case 0:
		return int32(of % shared)
	case 1:
		return FirstFrame + int32(of%uint32(m.depth+2))
	case 2, 3, 4:
		return firstBlock + int32(of%uint32(len(m.slots)-firstBlock+2))
	case 5:
		return firstBlock + int32(of%4)
	default:
		return int32(of % 5)
	}
}

// honest is a short life of one deferred, as a face that makes no mistake leads it, on a machine
// where others may have made all of them: it takes any answer, but never loops for ever.
func honest(m *Machine) {
	n := m.Take()
	if n < 0 {
		return
	}
	n += int32(uint32(m.queued) % BlockSize)
	m.Add(n, Always, 2)
	m.Add(n, Progress, 1)
	m.Then(n)
	if m.Notify(n) >= 0 {
		m.Notify(n)
		if m.Progressed(n) == Next {
			m.Resume(n)
		}
		m.Progressed(n)
	}
	if m.Settle(n, Rejected) >= 0 {
		m.Add(n, Fail, 1)
		m.Ran(n)
		m.Ran(n)
	}
	if at := m.Add(bitNotified, Progress, 1); at >= FirstFrame {
		m.Add(at, Done, 1)
		m.Ran(at)
		m.Progressed(at)
	}
	m.Drained(m.Drained(0))
}

// One call of ten bytes: which operation, how its arguments are meant, and three of them (the
// third is small, because only a count stands there).
const callSize = 10

func callOf(m *Machine, in []byte) {
	a := int32(binary.LittleEndian.Uint32(in[2:]))
	b := int32(binary.LittleEndian.Uint16(in[6:]))
	c := int32(binary.LittleEndian.Uint16(in[8:]))
	how := in[1]
	if how&1 == 0 {
		a = plausible(m, a)
	}
	if how&2 == 0 {
		b %= 5
	}
	if how&4 == 0 {
		c %= 3
	} else if how&8 == 0 {
		b, c = b<<16, c<<16
	}
	if op := int(in[0]) % (len(leaves) + 2); op < len(leaves) {
		leaves[op].call(m, a, b, c)
	} else if op == len(leaves) {
		honest(m)
	} else if len(m.blocks) < 16 {
		m.Grow(1)
	}
}

func FuzzLeafOperationsNeverPanic(f *testing.F) {
	for seed := range uint64(8) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		in := make([]byte, callSize*40)
		for i := range in {
			in[i] = byte(rnd.Uint32())
		}
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		m := New(2 * BlockSize)
		for i := 0; len(in) >= callSize; i++ {
			callOf(m, in)
			in = in[callSize:]
			if i%8 == 7 {
				require.NoError(t, check(m))
			}
		}
		require.NoError(t, check(m))
	})
}

func TestAMillionWrongCallsBreakNoInvariant(t *testing.T) {
	const calls, between = 1_000_000, 500
	rnd := rand.New(rand.NewPCG(1, 2))
	var in [callSize + 6]byte
	m := New(2 * BlockSize)
	for i := range calls {
		binary.LittleEndian.PutUint64(in[:], rnd.Uint64())
		binary.LittleEndian.PutUint64(in[8:], rnd.Uint64())
		callOf(m, in[:])
		if i%between != 0 {
			continue
		}
		require.NoError(t, check(m), "after call %d", i)
		if i%(100*between) == 0 {
			m = New(2 * BlockSize) // what wrong calls took for good would leave less and less to try
		}
	}
	require.NoError(t, check(m))
}

// The numbers at which arithmetic goes wrong, in every place of every operation.
func TestExtremeArgumentsBreakNoInvariant(t *testing.T) {
	edges := []int32{-1 << 31, -1<<31 + 1, -firstBlock, -BlockSize, -1, 0, 1, 2, 3, 4, 5, 6, 7, shared, FirstFrame + 1,
		firstBlock - 1, firstBlock, firstBlock + 1, firstBlock + BlockSize - 1, firstBlock + BlockSize, maxCount - 1, maxCount,
		maxCount + 1, 1<<31 - firstBlock, 1<<31 - 2, 1<<31 - 1}
	for _, l := range leaves {
		m := New(1)
		m.Take()
		for _, a := range edges {
			for _, b := range edges {
				for _, c := range edges {
					l.call(m, a, b, c)
				}
			}
			require.NoError(t, check(m), "%s(%d, …)", l.name, a)
		}
	}
}
