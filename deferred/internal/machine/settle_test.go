package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOnlyTheFirstSettlingCounts(t *testing.T) {
	s := newScript(t)
	s.on(AddAlways, "always", func() { s.settle(s.d, Resolved, 2) })
	s.settle(s.d, Rejected, 1)
	s.settle(s.d, Resolved, 3)
	s.on(AddDone, "never")
	s.on(AddFail, "fail")
	s.wrote("always(1)", "fail(1)")
	assert.Equal(t, s.d.state, Step(s.d.state, Resolve), "no action")
	assert.Equal(t, s.d.state, Step(s.d.state, Reject), "no action")
}

func TestTheStateIsFinalInsideTheFirstCallback(t *testing.T) {
	for _, outcome := range []State{Resolved, Rejected} {
		s := newScript(t)
		assert.Equal(t, Pending, s.state(s.d))
		s.on(AddAlways, "a", func() { assert.Equal(t, outcome, s.state(s.d)) })
		s.settle(s.d, outcome, 1)
		s.wrote("a(1)")
		assert.Equal(t, outcome, s.state(s.d))
	}
}

// The state alone says everything about how a deferred ended, whichever way it got there.
func TestEveryEndHasItsState(t *testing.T) {
	for _, end := range []struct {
		name              string
		outcome           State
		notified, handled bool
		state             State
	}{
		{"resolved", Resolved, false, false, Resolved},
		{"resolved, handled", Resolved, false, true, Resolved | Handled},
		{"resolved, notified", Resolved, true, false, Resolved | Notified},
		{"rejected", Rejected, false, false, Rejected},
		{"rejected, handled", Rejected, false, true, Rejected | Handled},
		{"rejected, notified", Rejected, true, false, Rejected | Notified},
		{"rejected, notified, handled", Rejected, true, true, Rejected | Notified | Handled},
	} {
		t.Run(end.name, func(t *testing.T) {
			s := newScript(t)
			if end.notified {
				s.notify(s.d, 1)
			}
			if end.handled {
				s.on(AddFail, "fail")
			}
			s.settle(s.d, end.outcome, 2)
			assert.Equal(t, end.state, s.d.state)
			assert.Equal(t, end.notified, Step(s.d.state, AddProgress)&CallProgress != 0)
		})
	}
}

func TestSettlingNeedsNoCallbacks(t *testing.T) {
	s := newScript(t)
	s.settle(s.d, Resolved, 1)
	assert.Equal(t, Resolved, s.d.state, "the pass over no callbacks is over")
}

func TestThePassIsUnderWayInsideItsCallbacks(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "done", func() { assert.Equal(t, Resolved|Notified|Notifying|Firing, s.d.state) })
	s.on(AddProgress, "progress", func() {
		s.settle(s.d, Resolved, 1)
		assert.Equal(t, Resolved|Notified|Notifying, s.d.state, "the progress pass goes on")
	})
	s.notify(s.d, 0)
	s.wrote("progress(0)", "done(1)")
	assert.Equal(t, Resolved|Notified, s.d.state)
}
