package machine

// A Machine is a set of slots. It is not safe for concurrent use: in a browser there is one
// thread, and the Go face locks. The zero value has no tables; use New.
type Machine struct {
	slots  []slot
	blocks []block

	freeBlock  int32 // head of the list of free blocks, or none
	depth      int32 // frames in use
	queued     int64 // reactions on the queue that Drained has not accounted for
	scheduled  bool  // someone has been told to drain the queue
	liveBlocks int32
}

// A slot is one deferred. Its size is what a pending deferred costs in linear memory.
type slot struct {
	state  uint8
	flags  uint8
	claims uint16 // how often it was locked in: the number of the claim that may settle it

	// How many of each hang on it, in the order they were added.
	done, fail, progress, then int32

	ran        int32 // of the pass over done or fail callbacks: how many were handed out
	progressed int32 // of the pass over progress callbacks: the same
	notified   int32 // notifications that wait for the one under way
	remaining  int32 // of a join: how many it still waits for
}

// States of a slot beside the public ones.
const free = 3

// Flags of a slot.
const (
	firing    = 1 << iota // a pass over done or fail callbacks is under way
	notifying             // a pass over progress callbacks is under way
	notified              // was notified: late progress callbacks get the last values
	handled               // something would see a rejection
	locked                // locked in to another thenable: only the claim settles it
)

// A block is BlockSize slots that are given out, and come back, together.
type block struct {
	generation int32 // counts how often it was given out, so that a late finalizer is no threat
	live       int32 // slots not yet given back; 0: the block is free
	next       int32 // the next free block
}

const none = -1

// New returns a machine with room for at least the given number of pending deferreds.
func New(room int) *Machine {
	m := &Machine{freeBlock: none}
	m.slots = make([]slot, firstBlock)
	for i := range m.slots[:shared] {
		s := &m.slots[i]
		s.state, s.flags = Resolved, handled
		if i&(bitRejected|bitUnhandled) != 0 {
			s.state = Rejected
		}
		if i&bitNotified != 0 {
			s.flags |= notified
		}
		if i&bitUnhandled != 0 {
			s.flags &^= handled
		}
	}
	for i := range m.slots[shared:firstBlock] {
		m.slots[shared+i].state = free
	}
	m.Grow((room + BlockSize - 1) / BlockSize)
	return m
}

// Grow adds at least the given number of blocks, and at least as many as there are, so that
// growing often costs little. It allocates: never call it from an export.
func (m *Machine) Grow(blocks int) {
	n := max(blocks, len(m.blocks), 1)
	slots := make([]slot, len(m.slots)+n*BlockSize)
	copy(slots, m.slots)
	for i := len(m.slots); i < len(slots); i++ {
		slots[i].state = free
	}
	m.slots = slots
	grown := make([]block, len(m.blocks)+n)
	copy(grown, m.blocks)
	// From the last to the first, so that low numbers are given out first.
	for i := len(grown) - 1; i >= len(m.blocks); i-- {
		grown[i].next = m.freeBlock
		m.freeBlock = int32(i)
	}
	m.blocks = grown
}

// at returns the slot with a number that a page may have passed, or nil where there is none in use.
//
//go:nosplit
func (m *Machine) at(n int32) *slot {
	if uint32(n) >= uint32(len(m.slots)) {
		return nil
	}
	s := &m.slots[n]
	if s.state == free {
		return nil
	}
	return s
}

// State answers Pending, Resolved or Rejected, already inside the first callback.
//
//go:nosplit
func (m *Machine) State(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	return int32(s.state)
}
