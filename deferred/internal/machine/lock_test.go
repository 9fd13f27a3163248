package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Promises/A+ 2.3.3.3: a promise that a thenable was returned to is settled by that thenable alone.
func TestWhileLockedSettlingChangesNothing(t *testing.T) {
	s := newScript(t)
	s.on(AddAlways, "always")
	s.reacts("then")
	s.step(s.d, Lock)
	locked := s.d.state
	for _, e := range []Event{Resolve, Reject} {
		assert.Equal(t, locked, Step(locked, e), "no action: %s", answerName(Step(locked, e)))
	}
	s.settle(s.d, Resolved, 1)
	s.settle(s.d, Rejected, 2)
	s.drain()
	s.wrote()
	assert.Equal(t, locked, s.d.state)
}

func TestUnlockFrees(t *testing.T) {
	for outcome, want := range map[State]string{Resolved: "done(2)", Rejected: "fail(2)"} {
		s := newScript(t)
		s.on(AddDone, "done")
		s.on(AddFail, "fail")
		s.step(s.d, Lock)
		s.settle(s.d, Resolved, 1)
		s.step(s.d, Unlock)
		s.settle(s.d, outcome, 2)
		s.wrote(want)
	}
}

// A thenable may answer with another thenable.
func TestWhatWasUnlockedCanBeLockedAgain(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "done")
	for range 3 {
		s.step(s.d, Lock)
		s.settle(s.d, Resolved, 1)
		s.step(s.d, Unlock)
	}
	s.wrote()
	s.settle(s.d, Resolved, 2)
	s.wrote("done(2)")
}

func TestLockOnWhatIsSettledChangesNothing(t *testing.T) {
	for _, s := range states() {
		if s&OutcomeMask != Pending {
			assert.Equal(t, s, Step(s, Lock), stateName(s))
		}
	}
}

// There is one lock, whoever took it: the owner knows which thenable may open it.
func TestLockAndUnlockCountNothing(t *testing.T) {
	for _, s := range states() {
		locked := Step(s, Lock)
		assert.Equal(t, locked, Step(locked, Lock), stateName(s))
		assert.Equal(t, s&^Locked, Step(Step(locked, Unlock), Unlock), stateName(s))
	}
}

func TestALockedDeferredTakesCallbacksReactionsAndProgress(t *testing.T) {
	for _, s := range states() {
		for _, e := range []Event{AddDone, AddFail, AddAlways, AddProgress, Then, Notify, Fired, Progressed} {
			assert.Equal(t, Step(s&^Locked, e), Step(s|Locked, e)&^Locked, "%s, %s", stateName(s), eventName(e))
		}
	}
}

func TestADeferredEndsAsTheOneItAdoptedDid(t *testing.T) {
	s := newScript(t)
	to := s.create()
	s.adopt(s.d, to)
	s.on(AddProgress, "progress")
	s.on(AddFail, "fail")
	s.settle(s.d, Resolved, 1)
	s.notify(to, 2)
	s.settle(to, Rejected, 3)
	s.wrote()
	s.drain()
	s.wrote("progress(2)", "fail(3)")
}

func TestADeferredThatAdoptedASettledOneWaitsForTheQueue(t *testing.T) {
	s := newScript(t)
	to := s.create()
	s.settle(to, Resolved, 1)
	s.on(AddDone, "done")
	s.adopt(s.d, to)
	s.wrote()
	s.drain()
	s.wrote("done(1)")
}
