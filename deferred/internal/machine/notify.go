package machine

// Notify records a notification. It answers Ignored where the slot is settled; Later inside a
// progress callback of the same slot, whose pass comes first; and otherwise the count of progress
// callbacks to run now at CountShift (after them the caller asks Progressed) and Queue where
// reactions of then get a progress job on the queue first.
//
//go:nosplit
func (m *Machine) Notify(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state != Pending {
		return Ignored
	}
	if s.flags&notifying != 0 {
		if s.notified >= maxCount {
			return Invalid
		}
		s.notified++
		return Later
	}
	return m.startNotify(s)
}

//go:nosplit
func (m *Machine) startNotify(s *slot) int32 {
	s.flags |= notified
	answer := int32(0)
	if s.then != 0 {
		answer = Queue | m.enqueue(s.then)
	}
	s.progressed = s.progress
	if s.progress != 0 {
		s.flags |= notifying
	}
	return answer | s.progress<<CountShift
}

// Next is Progressed's answer that a notification made meanwhile is next: take its values, and
// ask Resume how it goes on.
const Next = 0

// Progressed says that every progress callback handed out so far has run. It answers how many
// more were added meanwhile and run now, with the same values; Next; or, once the pass is over,
// ^slot: the slot to take from now on.
//
//go:nosplit
func (m *Machine) Progressed(n int32) int32 {
	s := m.at(n)
	if s == nil || s.flags&notifying == 0 {
		return Invalid
	}
	if more := s.progress - s.progressed; more > 0 {
		s.progressed = s.progress
		return more
	}
	if s.notified > 0 {
		return Next
	}
	s.flags &^= notifying
	if s.state == Pending || s.flags&firing != 0 {
		return ^n
	}
	return ^m.giveBack(n, s)
}

// Resume starts the notification that Progressed announced. It answers as Notify does.
//
//go:nosplit
func (m *Machine) Resume(n int32) int32 {
	s := m.at(n)
	if s == nil || s.flags&notifying == 0 || s.notified <= 0 || s.progressed < s.progress {
		return Invalid
	}
	s.notified--
	return m.startNotify(s)
}
