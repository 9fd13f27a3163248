package machine

// Lock ties a pending slot to another thenable (Promises/A+ 2.3.3.3): from here on Settle is
// ignored. It answers the number of this claim, which alone may settle the slot. Claims go stale
// when the slot is locked in anew.
//
//go:nosplit
func (m *Machine) Lock(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state != Pending {
		return Ignored
	}
	s.flags |= locked
	s.claims++
	return int32(s.claims)
}

// Claim is asked when the thenable calls back: 1 the first time a claim that is not stale is made,
// and the slot is free to be settled again; 0 for every further call (Promises/A+ 2.3.3.3.3).
//
//go:nosplit
func (m *Machine) Claim(n, claim int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state != Pending || s.flags&locked == 0 || int32(s.claims) != claim {
		return 0
	}
	s.flags &^= locked
	return 1
}

// Held answers 1 where this claim still holds the slot: progress of the thenable may pass.
//
//go:nosplit
func (m *Machine) Held(n, claim int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state != Pending || s.flags&locked == 0 || int32(s.claims) != claim {
		return 0
	}
	return 1
}

// Expect makes a pending slot a join that waits for count others. It answers count.
//
//go:nosplit
func (m *Machine) Expect(n, count int32) int32 {
	s := m.at(n)
	if s == nil || count < 0 {
		return Invalid
	}
	if s.state != Pending {
		return Ignored
	}
	s.remaining = count
	return count
}

// Arrive counts one of a join's others in and answers how many are still out: 0 says that the last
// one arrived, once. After the join has ended it answers Ignored.
//
//go:nosplit
func (m *Machine) Arrive(n int32) int32 {
	s := m.at(n)
	if s == nil {
		return Invalid
	}
	if s.state != Pending || s.remaining <= 0 {
		return Ignored
	}
	s.remaining--
	return s.remaining
}
