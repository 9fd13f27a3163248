package machine

// Take gives out a block of pending slots and answers the number of its first slot, or Full. The
// caller hands the slots out one by one: creating a deferred then costs no call at all.
//
//go:nosplit
func (m *Machine) Take() int32 {
	b := m.freeBlock
	if uint32(b) >= uint32(len(m.blocks)) {
		return Full
	}
	first := firstBlock + b*BlockSize
	if uint32(first) > uint32(len(m.slots)-BlockSize) {
		return Full
	}
	blk := &m.blocks[b]
	m.freeBlock = blk.next
	blk.live = BlockSize
	blk.generation++
	m.liveBlocks++
	of := m.slots[first : first+BlockSize]
	for i := range of {
		of[i] = slot{}
	}
	return first
}

// Generation answers how often the block of this slot was given out. Release wants it back.
//
//go:nosplit
func (m *Machine) Generation(first int32) int32 {
	b := uint32(first-firstBlock) / BlockSize
	if first < firstBlock || b >= uint32(len(m.blocks)) {
		return Invalid
	}
	return m.blocks[b].generation
}

// Release takes back a whole block: no object stands for any of its slots any more. A block that
// came back by itself, slot by slot, and was perhaps given out again, has another generation and
// is left alone. It answers how many pending slots it freed.
//
//go:nosplit
func (m *Machine) Release(first, generation int32) int32 {
	b := uint32(first-firstBlock) / BlockSize
	if first < firstBlock || b >= uint32(len(m.blocks)) {
		return Invalid
	}
	blk := &m.blocks[b]
	if blk.generation != generation || blk.live == 0 {
		return Ignored
	}
	first = firstBlock + int32(b)*BlockSize
	freed := int32(0)
	for i := first; i < first+BlockSize; i++ {
		if uint32(i) < uint32(len(m.slots)) && m.slots[i].state != free {
			m.slots[i].state = free
			freed++
		}
	}
	m.recycle(int32(b))
	return freed
}

// LiveBlocks answers how many blocks are given out.
//
//go:nosplit
func (m *Machine) LiveBlocks() int32 { return m.liveBlocks }

// giveBack frees one slot and answers the shared slot that says how it ended.
//
//go:nosplit
func (m *Machine) giveBack(n int32, s *slot) int32 {
	as := endOf(s)
	s.state = free
	if n < firstBlock { // a frame: they nest, so the topmost one in use comes back first
		for m.depth > 0 && m.slots[FirstFrame+m.depth-1].state == free {
			m.depth--
		}
		return as
	}
	b := (n - firstBlock) / BlockSize
	if uint32(b) < uint32(len(m.blocks)) {
		if m.blocks[b].live--; m.blocks[b].live == 0 {
			m.recycle(b)
		}
	}
	return as
}

//go:nosplit
func (m *Machine) recycle(b int32) {
	if uint32(b) >= uint32(len(m.blocks)) {
		return
	}
	m.blocks[b].live = 0
	m.blocks[b].next = m.freeBlock
	m.freeBlock = b
	m.liveBlocks--
}

// endOf answers the shared slot of a settled slot's end.
//
//go:nosplit
func endOf(s *slot) int32 {
	n := int32(0)
	if s.flags&notified != 0 {
		n = bitNotified
	}
	switch {
	case s.state != Rejected:
		return n
	case s.flags&handled != 0:
		return n | bitRejected
	case n != 0:
		return UnhandledNotified
	}
	return Unhandled
}
