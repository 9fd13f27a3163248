package machine

import (
	"fmt"
	"slices"
)

// What the shared slots are, always.
var unchanged = New(0).slots[:shared]

// check answers the first invariant that a machine breaks. No sequence of calls, right or wrong,
// may break any of them.
func check(m *Machine) error {
	if !slices.Equal(m.slots[:shared], unchanged) {
		return fmt.Errorf("the shared slots changed: %v", m.slots[:shared])
	}
	if m.queued < 0 || m.queued > 0 && !m.scheduled {
		return fmt.Errorf("%d reactions are queued, scheduled: %v", m.queued, m.scheduled)
	}
	if err := checkFrames(m); err != nil {
		return err
	}
	if err := checkBlocks(m); err != nil {
		return err
	}
	for i := shared; i < len(m.slots); i++ {
		if err := checkSlot(&m.slots[i]); err != nil {
			return fmt.Errorf("slot %d: %w: %+v", i, err, m.slots[i])
		}
	}
	return nil
}

func checkFrames(m *Machine) error {
	if m.depth < 0 || m.depth > frames {
		return fmt.Errorf("depth %d", m.depth)
	}
	if m.depth > 0 && m.slots[FirstFrame+m.depth-1].state == free {
		return fmt.Errorf("the topmost of %d frames is free", m.depth)
	}
	for i := FirstFrame; i < firstBlock; i++ {
		if s := &m.slots[i]; s.state == Pending || int32(i) >= FirstFrame+m.depth && s.state != free {
			return fmt.Errorf("frame %d at depth %d: %+v", i, m.depth, *s)
		}
	}
	return nil
}

func checkBlocks(m *Machine) error {
	if len(m.slots) != firstBlock+len(m.blocks)*BlockSize {
		return fmt.Errorf("%d slots for %d blocks", len(m.slots), len(m.blocks))
	}
	listed := make([]bool, len(m.blocks))
	count := 0
	for b := m.freeBlock; b != none; b = m.blocks[b].next {
		if b < 0 || int(b) >= len(m.blocks) || listed[b] {
			return fmt.Errorf("the list of free blocks leads to %d after %d blocks", b, count)
		}
		listed[b] = true
		count++
	}
	if int(m.liveBlocks) != len(m.blocks)-count {
		return fmt.Errorf("%d live blocks, %d of %d free", m.liveBlocks, count, len(m.blocks))
	}
	for b, blk := range m.blocks {
		first := firstBlock + b*BlockSize
		live := int32(0)
		for _, s := range m.slots[first : first+BlockSize] {
			if s.state != free {
				live++
			}
		}
		if blk.live != live || listed[b] != (live == 0) {
			return fmt.Errorf("block %d: %d slots in use, %+v, free: %v", b, live, blk, listed[b])
		}
	}
	return nil
}

func checkSlot(s *slot) error {
	if s.state == free {
		return nil
	}
	for _, count := range []int32{s.done, s.fail, s.progress, s.then, s.notified} {
		if count < 0 || count > maxCount {
			return fmt.Errorf("a count is out of range")
		}
	}
	list := s.done
	if s.state == Rejected {
		list = s.fail
	}
	switch {
	case s.state > Rejected:
		return fmt.Errorf("no such state")
	case s.state != Pending && s.flags&(firing|notifying) == 0:
		return fmt.Errorf("settled, no pass under way, but not given back")
	case s.flags&firing != 0 && (s.state == Pending || s.ran < 1 || s.ran > list):
		return fmt.Errorf("a pass that cannot be")
	case s.flags&notifying != 0 && (s.progressed < 1 || s.progressed > s.progress || s.flags&notified == 0):
		return fmt.Errorf("a progress pass that cannot be")
	case s.notified != 0 && (s.state != Pending || s.flags&notifying == 0):
		return fmt.Errorf("a notification waits for nothing")
	case s.remaining < 0:
		return fmt.Errorf("a join below nothing")
	}
	return nil
}
