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
	s.then(other, func(int32, int) { s.on(AddFail, "fail") })
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
		{"done", func(s *script) { s.on(AddDone, "done") }, 1},
		{"progress", func(s *script) { s.on(AddProgress, "progress") }, 1},
		{"fail", func(s *script) { s.on(AddFail, "fail") }, 0},
		{"always", func(s *script) { s.on(AddAlways, "always") }, 0},
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
	s.on(AddProgress, "p", func() { s.settle(s.d, Rejected, 2) })
	assert.Equal(t, 1, reported(s, func() { s.notify(s.d, 1) }))
	assert.Equal(t, Rejected|Notified, s.d.state)
}

func TestARejectionInsideProgressCanBeHandledThere(t *testing.T) {
	for name, handle := range map[string]func(*script){
		"fail": func(s *script) { s.on(AddFail, "fail") },
		"then": func(s *script) { s.reacts("then") },
	} {
		s := newScript(t)
		s.on(AddProgress, "p", func() {
			s.settle(s.d, Rejected, 2)
			handle(s)
		})
		assert.Equal(t, 0, reported(s, func() { s.notify(s.d, 1) }), name)
		assert.Equal(t, Rejected|Notified|Handled, s.d.state, name)
	}
}

func TestAResolvedDeferredIsNeverUnhandled(t *testing.T) {
	for _, s := range states() {
		assert.Zero(t, Step(s, Resolve)&Suspect, stateName(s))
		for e := range Event(len(eventNames)) {
			if s&OutcomeMask == Resolved {
				assert.Zero(t, Step(s, e)&(Suspect|Relieve), "%s, %s", stateName(s), eventName(e))
			}
		}
	}
}

func TestAReportedRejectionCanBeHandledAfterAll(t *testing.T) {
	for name, handle := range map[string]func(*script){
		"fail":   func(s *script) { s.on(AddFail, "fail") },
		"always": func(s *script) { s.on(AddAlways, "always") },
		"then":   func(s *script) { s.reacts("then") },
	} {
		s := newScript(t)
		relieved := 0
		s.relieved = func(d *holder) {
			assert.Same(t, s.d, d)
			relieved++
		}
		assert.Equal(t, 1, reported(s, func() { s.settle(s.d, Rejected, 1) }))
		s.on(AddDone, "never")
		s.on(AddProgress, "never")
		assert.Zero(t, relieved, name)
		handle(s)
		assert.Equal(t, 1, relieved, name)
		handle(s)
		assert.Equal(t, 1, relieved, "%s: it is said once", name)
	}
}

// What handled it before it was rejected leaves nothing to suspect and nothing to relieve.
func TestAHandledRejectionIsNeverSuspected(t *testing.T) {
	for _, e := range []Event{AddFail, AddAlways, Then} {
		rejected := Step(Step(Pending, e)&StateMask, Reject)
		assert.Zero(t, rejected&Suspect, eventName(e))
		assert.Zero(t, Step(rejected&StateMask, e)&Relieve, eventName(e))
	}
}
