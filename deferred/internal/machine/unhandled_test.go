package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// reported settles d as given and answers how often its rejection was reported.
func reported(s *script, steps ...func()) int {
	count := 0
	s.unhandled = func(*holder) { count++ }
	for _, do := range steps {
		do()
	}
	s.drain()
	return count
}

func TestARejectionThatNothingHandlesIsReportedOnce(t *testing.T) {
	s := newScript(t)
	reject := func() { s.settle(s.d, Rejected, 1) }
	assert.Equal(t, 1, reported(s, reject))
	assert.Equal(t, 0, reported(s))
}

func TestARejectionIsReportedAtTheEndOfTheQueue(t *testing.T) {
	s := newScript(t)
	other := s.create()
	s.then(other, func(int32, int) { s.on(Fail, "fail") })
	assert.Equal(t, 0, reported(s,
		func() { s.settle(s.d, Rejected, 1) },
		func() { s.settle(other, Resolved, 2) },
	))
	s.wrote("fail(1)")
}

func TestWhatHandlesARejection(t *testing.T) {
	for _, how := range []struct {
		name    string
		handle  func(*script)
		reports int
	}{
		{"nothing", func(*script) {}, 1},
		{"done", func(s *script) { s.on(Done, "done") }, 1},
		{"progress", func(s *script) { s.on(Progress, "progress") }, 1},
		{"fail", func(s *script) { s.on(Fail, "fail") }, 0},
		{"always", func(s *script) { s.on(Always, "always") }, 0},
		{"then", func(s *script) { s.reacts("then") }, 0},
	} {
		t.Run(how.name, func(t *testing.T) {
			reject := func(s *script) func() { return func() { s.settle(s.d, Rejected, 1) } }
			handle := func(s *script) func() { return func() { how.handle(s) } }
			early, late, notified := newScript(t), newScript(t), newScript(t)
			assert.Equal(t, how.reports, reported(early, handle(early), reject(early)), "before")
			assert.Equal(t, how.reports, reported(late, reject(late), handle(late)), "after")
			notify := func() { notified.notify(notified.d, 0) }
			assert.Equal(t, how.reports, reported(notified, notify, reject(notified), handle(notified)), "notified")
		})
	}
}

func TestARejectionInsideProgressIsReported(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "p", func() { s.settle(s.d, Rejected, 2) })
	assert.Equal(t, 1, reported(s, func() { s.notify(s.d, 1) }))
	assert.EqualValues(t, UnhandledNotified, s.d.slot)
}

func TestARejectionInsideProgressCanBeHandledThere(t *testing.T) {
	for name, handle := range map[string]func(*script){
		"fail": func(s *script) { s.on(Fail, "fail") },
		"then": func(s *script) { s.reacts("then") },
	} {
		s := newScript(t)
		s.on(Progress, "p", func() {
			s.settle(s.d, Rejected, 2)
			handle(s)
		})
		assert.Equal(t, 0, reported(s, func() { s.notify(s.d, 1) }), name)
		assert.EqualValues(t, bitRejected|bitNotified, s.d.slot, name)
	}
}

func TestAResolvedDeferredIsNeverUnhandled(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, 0, m.Unhandled(n), "pending")
	assert.EqualValues(t, 0, m.Settle(n, Resolved)&Schedule)
	assert.EqualValues(t, 0, m.Unhandled(0))
	assert.EqualValues(t, 0, m.Unhandled(bitNotified))
	assert.EqualValues(t, 1, m.Unhandled(Unhandled))
	assert.EqualValues(t, 1, m.Unhandled(UnhandledNotified))
}

func TestAnUnhandledRejectionAsksForADrain(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, Schedule, m.Settle(n, Rejected)&Schedule)
	assert.EqualValues(t, 0, m.Settle(n+1, Rejected)&Schedule, "asked for already")
	assert.EqualValues(t, 0, m.Drained(0))
	assert.EqualValues(t, Schedule, m.Settle(n+2, Rejected)&Schedule)
}
