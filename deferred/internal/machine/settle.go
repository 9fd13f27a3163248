package machine

// Settle ends a pending slot, once. It answers Ignored where it ended before or is locked in, and
// otherwise the count of callbacks to run now at CountShift, in the order they were added; Queue
// where reactions of then go on the queue, before any callback runs; and at SlotShift the slot to
// take from now on. With callbacks to run that is Own, and after them the caller asks Ran.
//
// State answers the outcome from here on, so also inside the first callback.
//
//go:nosplit
func (m *Machine) Settle(n, outcome int32) int32 {
	if s := m.at(n); s != nil && s.flags&locked != 0 {
		return Ignored
	}
	return m.settle(n, outcome)
}

//go:nosplit
func (m *Machine) settle(n, outcome int32) int32 {
	s := m.at(n)
	if s == nil || outcome != Resolved && outcome != Rejected {
		return Invalid
	}
	if s.state != Pending {
		return Ignored
	}
	s.state = uint8(outcome)
	s.notified = 0 // jQuery: settling locks the progress list and empties its queue
	answer := int32(0)
	if s.then != 0 {
		answer = Queue | m.enqueue(s.then)
		s.then = 0
	}
	if count := *s.list(); count != 0 {
		s.ran = count
		s.flags |= firing
		return answer | Own<<SlotShift | count<<CountShift
	}
	if s.flags&notifying != 0 {
		// Settled inside a progress callback: the pass goes on, and ends under this slot.
		if outcome == Rejected && s.flags&handled == 0 {
			answer |= m.wake()
		}
		return answer | Own<<SlotShift
	}
	as := m.giveBack(n, s)
	if as&bitUnhandled != 0 {
		answer |= m.wake() // the end of the queue is where unhandled rejections are looked at
	}
	return answer | as<<SlotShift
}

// Ran says that every callback handed out so far has run. It answers how many more were added
// meanwhile and run now; or, once the pass is over, ^slot: the slot to take from now on.
//
//go:nosplit
func (m *Machine) Ran(n int32) int32 {
	s := m.at(n)
	if s == nil || s.flags&firing == 0 {
		return Invalid
	}
	list := s.list()
	if more := *list - s.ran; more > 0 {
		s.ran = *list
		return more
	}
	s.flags &^= firing
	*list, s.ran = 0, 0
	if s.flags&notifying != 0 {
		return ^n
	}
	return ^m.giveBack(n, s)
}
