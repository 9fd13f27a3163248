package machine

import "testing"

// slots hands out slots as a face does: one call for a whole block.
type slots struct {
	m         *Machine
	next, end int32
}

func (s *slots) create() int32 {
	if s.next == s.end {
		s.next = s.m.Take()
		s.end = s.next + BlockSize
	}
	s.next++
	return s.next - 1
}

func bench(b *testing.B, life func(m *Machine, s *slots)) {
	m := New(1 << 10)
	s := &slots{m: m}
	b.ReportAllocs()
	for b.Loop() {
		life(m, s)
	}
	if err := check(m); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkCreateSettle(b *testing.B) {
	bench(b, func(m *Machine, s *slots) { m.Settle(s.create(), Resolved) })
}

func BenchmarkAddSettleRan(b *testing.B) {
	bench(b, func(m *Machine, s *slots) {
		n := s.create()
		m.Add(n, Done, 1)
		m.Settle(n, Resolved)
		m.Ran(n)
	})
}

func BenchmarkLateDone(b *testing.B) {
	bench(b, func(m *Machine, _ *slots) { m.Ran(m.Add(0, Done, 1)) })
}

func BenchmarkThenSettle(b *testing.B) {
	bench(b, func(m *Machine, s *slots) {
		n := s.create()
		m.Then(n)
		m.Settle(n, Resolved)
		m.Drained(1)
	})
}

func BenchmarkNotifyThree(b *testing.B) {
	m := New(0)
	n := m.Take()
	m.Add(n, Progress, 3)
	b.ReportAllocs()
	for b.Loop() {
		m.Notify(n)
		m.Progressed(n)
	}
}

func BenchmarkJoinHundred(b *testing.B) {
	bench(b, func(m *Machine, s *slots) {
		join := s.create()
		m.Expect(join, 100)
		for range 100 {
			n := s.create()
			m.Add(n, Done, 1)
			m.Settle(n, Resolved)
			m.Arrive(join)
			m.Ran(n)
		}
		m.Settle(join, Resolved)
	})
}
