package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A leaf operation that allocates may start a collection, which may park the goroutine that the
// page's call stands on: see the package comment.
func TestNoLeafOperationAllocates(t *testing.T) {
	for _, l := range leaves {
		t.Run(l.name, func(t *testing.T) {
			m := New(1 << 12)
			m.Take()
			a := int32(0)
			assert.Zero(t, testing.AllocsPerRun(1000, func() {
				// Shared slots, frames, slots of blocks and what is none, with right and wrong arguments.
				for _, n := range [...]int32{a % shared, FirstFrame, firstBlock + a%100, firstBlock, -1, 1 << 30} {
					l.call(m, n, a%4, a%3)
				}
				a++
			}))
		})
	}
}

func TestNoLifeOfADeferredAllocates(t *testing.T) {
	m := New(1 << 12)
	assert.Zero(t, testing.AllocsPerRun(1000, func() {
		n := m.Take()
		m.Add(n, Done, 1)
		m.Add(n, Progress, 1)
		m.Then(n)
		claim := m.Lock(n)
		m.Notify(n)
		m.Notify(n)
		m.Progressed(n)
		m.Resume(n)
		m.Progressed(n)
		m.Claim(n, claim)
		m.Expect(n, 1)
		m.Arrive(n)
		m.Settle(n, Resolved)
		m.Ran(n)
		m.Ran(m.Add(0, Done, 1))
		m.Drained(m.Drained(0))
		m.Release(n, m.Generation(n))
	}))
}
