package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryNotifyReachesEveryProgressCallback(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "a")
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.wrote("a(1)", "b(1)", "a(2)", "b(2)")
}

func TestLateProgressGetsTheLastNotify(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.on(AddProgress, "late")
	s.wrote("late(2)")
	s.notify(s.d, 3)
	s.wrote("late(3)")
}

func TestLateProgressGetsTheLastNotifyAlsoAfterSettling(t *testing.T) {
	for _, outcome := range []State{Resolved, Rejected} {
		s := newScript(t)
		s.notify(s.d, 1)
		s.settle(s.d, outcome, 2)
		s.on(AddProgress, "late", func() { s.on(AddProgress, "added") })
		s.wrote("late(1)", "added(1)")
	}
}

func TestProgressWithoutANotifyIsDroppedAfterSettling(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "never")
	s.settle(s.d, Resolved, 1)
	assert.Equal(t, s.d.state, Step(s.d.state, AddProgress))
	s.wrote()
}

func TestNotifyAfterSettlingIsIgnored(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "never")
	s.on(AddDone, "done", func() { s.notify(s.d, 2) })
	s.settle(s.d, Resolved, 1)
	assert.Equal(t, s.d.state, Step(s.d.state, Notify))
	s.wrote("done(1)")
}

func TestNotifyInsideProgressIsQueued(t *testing.T) {
	s := newScript(t)
	once := true
	s.on(AddProgress, "a", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.notify(s.d, 3)
		}
	})
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "a(2)", "b(2)", "a(3)", "b(3)")
}

func TestNotifyInsideLateProgressReachesEveryCallbackAfterwards(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "a")
	s.notify(s.d, 1)
	once := true
	s.on(AddProgress, "late", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.named("late ends")(0)
		}
	})
	s.wrote("a(1)", "late(1)", "late ends(0)", "a(2)", "late(2)")
}

func TestProgressAddedInsideProgressRunsLastInTheSamePass(t *testing.T) {
	s := newScript(t)
	once := true
	s.on(AddProgress, "a", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.on(AddProgress, "added")
		}
	})
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "added(1)", "a(2)", "b(2)", "added(2)")
}

func TestResolveInsideProgressRunsDoneAtOnce(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "done")
	s.on(AddProgress, "a", func() { s.settle(s.d, Resolved, 2) })
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "done(2)", "b(1)")
}

func TestSettlingDropsQueuedNotifications(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "a", func() {
		s.notify(s.d, 2)
		s.settle(s.d, Rejected, 3)
		s.notify(s.d, 4)
	})
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.on(AddProgress, "late")
	s.wrote("a(1)", "b(1)", "late(1)")
}

func TestTheProgressPassGoesOnAfterSettlingInsideIt(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "a", func() {
		s.settle(s.d, Resolved, 2)
		s.on(AddProgress, "added")
	})
	s.on(AddProgress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "added(1)")
}

func TestLateProgressInsideADoneCallbackRunsAtOnce(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.on(AddDone, "done", func() {
		s.on(AddProgress, "progress")
		s.named("done ends")(0)
	})
	s.settle(s.d, Resolved, 2)
	s.wrote("done(2)", "progress(1)", "done ends(0)")
	assert.Equal(t, Resolved|Notified, s.d.state, "no pass is left under way")
}

func TestANotificationWithNobodyToHearItIsRemembered(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	assert.Equal(t, Pending|Notified, s.d.state)
	s.on(AddProgress, "late")
	s.wrote("late(1)")
}

func TestAKeptNotificationWaitsForCallbacksAddedMeanwhile(t *testing.T) {
	s := newScript(t)
	once := true
	s.on(AddProgress, "a", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.on(AddProgress, "added", func() { s.named("added ends")(0) })
		}
	})
	s.notify(s.d, 1)
	s.wrote("a(1)", "added(1)", "added ends(0)", "a(2)", "added(2)", "added ends(0)")
}

// A page that asks for a notification while one is under way is told to keep it, not to start.
func TestOnlyOneProgressPassIsUnderWayAtATime(t *testing.T) {
	answer := Step(Pending, Notify)
	assert.Equal(t, Pending|Notified|Notifying|Announce, answer)
	during := answer & StateMask
	assert.Equal(t, during|Later, Step(during, Notify))
	assert.Equal(t, during|KeepProgress, Step(during, AddProgress))
	assert.Equal(t, Pending|Notified, Step(during, Progressed))
}
