package machine

// enqueue counts reactions onto the queue, and answers Schedule where nothing drains it yet.
//
//go:nosplit
func (m *Machine) enqueue(count int32) int32 {
	m.queued += int64(count)
	return m.wake()
}

//go:nosplit
func (m *Machine) wake() int32 {
	if m.scheduled {
		return 0
	}
	m.scheduled = true
	return Schedule
}

// Drained says that so many queued reactions have run. It answers how many have been queued since
// and are still to run; 0 ends the draining, and the next reaction answers Schedule again.
//
//go:nosplit
func (m *Machine) Drained(count int32) int32 {
	if count < 0 || int64(count) > m.queued {
		return Invalid
	}
	m.queued -= int64(count)
	if m.queued == 0 {
		m.scheduled = false
	}
	return int32(min(m.queued, 1<<31-1))
}

// Unhandled answers 1 where the slot is rejected and nothing has come to handle it, else 0.
//
//go:nosplit
func (m *Machine) Unhandled(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state == Rejected && s.flags&handled == 0 {
		return 1
	}
	return 0
}
