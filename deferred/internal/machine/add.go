package machine

// Add registers count callbacks of a kind on a slot. It answers Keep, Drop, Call, a frame's
// number (FirstFrame or more: call them now, under that slot) or a refusal.
//
// An Always callback counts for both outcomes, as in jQuery, where always is done and fail.
//
//go:nosplit
func (m *Machine) Add(n, kind, count int32) int32 {
	s := m.at(n)
	if s == nil || count < 1 || count > maxCount || uint32(kind) > Progress {
		return Invalid
	}
	if kind == Progress {
		return m.addProgress(n, s, count)
	}
	if s.state == Pending {
		if s.done > maxCount-count || s.fail > maxCount-count {
			return Invalid
		}
		if kind != Fail {
			s.done += count
		}
		if kind != Done {
			s.fail += count
			s.flags |= handled
		}
		return Keep
	}
	if kind == Fail && s.state == Resolved || kind == Done && s.state == Rejected {
		return Drop
	}
	if n < shared {
		return m.frame(n, firing, count)
	}
	list := s.list()
	if *list > maxCount-count {
		return Invalid
	}
	s.flags |= handled
	if s.flags&firing != 0 {
		// Added inside a callback: it runs last in the same pass (jQuery's Callbacks).
		*list += count
		return Keep
	}
	// Settled, and only a progress pass is under way: nothing to wait for.
	*list = count
	s.ran = count
	s.flags |= firing
	return Call
}

//go:nosplit
func (m *Machine) addProgress(n int32, s *slot, count int32) int32 {
	if s.flags&notified == 0 {
		if s.state != Pending {
			return Drop
		}
	} else if n < shared {
		return m.frame(n, notifying, count)
	}
	if s.progress > maxCount-count {
		return Invalid
	}
	s.progress += count
	if s.flags&notified == 0 || s.flags&notifying != 0 {
		return Keep
	}
	// jQuery 4: late progress gets the last notify, at once.
	s.flags |= notifying
	s.progressed = s.progress
	return Call
}

// list answers the count of callbacks for the way the slot ended.
//
//go:nosplit
func (s *slot) list() *int32 {
	if s.state == Rejected {
		return &s.fail
	}
	return &s.done
}

// frame gives a settled deferred, which has no slot of its own any more, one for as long as its
// late callbacks run, with a pass over them under way.
//
//go:nosplit
func (m *Machine) frame(n int32, pass uint8, count int32) int32 {
	at := FirstFrame + m.depth
	if m.depth >= frames || uint32(at) >= uint32(len(m.slots)) || uint32(n) >= uint32(len(m.slots)) {
		return Full
	}
	m.depth++
	s := &m.slots[at]
	*s = slot{state: m.slots[n].state, flags: m.slots[n].flags | pass}
	if pass == notifying {
		s.progress, s.progressed = count, count
		return at
	}
	s.flags |= handled
	*s.list() = count
	s.ran = count
	return at
}

// Then registers a reaction of then on a slot: asynchronous, for both outcomes and progress.
//
// The answer has Queue where the deferred is settled: the reaction goes on the queue now.
// Otherwise it is kept, and Settle says when. Replay: the last progress goes on the queue for it
// first (jQuery 4 adds the progress handler before the others). The field at SlotShift is the slot
// to take from now on, or Own: a rejection that nothing handled is handled from here.
//
//go:nosplit
func (m *Machine) Then(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state == Pending && s.then >= maxCount {
		return Invalid
	}
	answer := int32(0)
	if s.flags&notified != 0 {
		answer |= Replay | m.enqueue(1)
	}
	if s.state == Pending {
		s.then++
		s.flags |= handled
		return answer | Own<<SlotShift
	}
	answer |= Queue | m.enqueue(1)
	if n < shared {
		if n&bitUnhandled != 0 {
			n = n&^bitUnhandled | bitRejected
		}
		return answer | n<<SlotShift
	}
	s.flags |= handled
	return answer | Own<<SlotShift
}
