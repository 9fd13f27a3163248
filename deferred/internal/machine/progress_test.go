package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryNotifyReachesEveryProgressCallback(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "a")
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.wrote("a(1)", "b(1)", "a(2)", "b(2)")
}

func TestLateProgressGetsTheLastNotify(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.on(Progress, "late")
	s.wrote("late(2)")
	s.notify(s.d, 3)
	s.wrote("late(3)")
}

func TestLateProgressGetsTheLastNotifyAlsoAfterSettling(t *testing.T) {
	for _, outcome := range []int32{Resolved, Rejected} {
		s := newScript(t)
		s.notify(s.d, 1)
		s.settle(s.d, outcome, 2)
		s.on(Progress, "late", func() { s.on(Progress, "added") })
		s.wrote("late(1)", "added(1)")
	}
}

func TestProgressWithoutANotifyIsDroppedAfterSettling(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "never")
	s.settle(s.d, Resolved, 1)
	assert.EqualValues(t, Drop, s.m.Add(s.d.slot, Progress, 1))
	s.wrote()
}

func TestNotifyAfterSettlingIsIgnored(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "never")
	s.on(Done, "done", func() { s.notify(s.d, 2) })
	s.settle(s.d, Resolved, 1)
	assert.EqualValues(t, Ignored, s.m.Notify(s.d.slot))
	s.wrote("done(1)")
}

func TestNotifyInsideProgressIsQueued(t *testing.T) {
	s := newScript(t)
	once := true
	s.on(Progress, "a", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.notify(s.d, 3)
		}
	})
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "a(2)", "b(2)", "a(3)", "b(3)")
}

func TestNotifyInsideLateProgressReachesEveryCallbackAfterwards(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "a")
	s.notify(s.d, 1)
	once := true
	s.on(Progress, "late", func() {
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
	s.on(Progress, "a", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.on(Progress, "added")
		}
	})
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "added(1)", "a(2)", "b(2)", "added(2)")
}

func TestResolveInsideProgressRunsDoneAtOnce(t *testing.T) {
	s := newScript(t)
	s.on(Done, "done")
	s.on(Progress, "a", func() { s.settle(s.d, Resolved, 2) })
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "done(2)", "b(1)")
}

func TestSettlingDropsQueuedNotifications(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "a", func() {
		s.notify(s.d, 2)
		s.settle(s.d, Rejected, 3)
		s.notify(s.d, 4)
	})
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.on(Progress, "late")
	s.wrote("a(1)", "b(1)", "late(1)")
}

func TestTheProgressPassGoesOnAfterSettlingInsideIt(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "a", func() {
		s.settle(s.d, Resolved, 2)
		s.on(Progress, "added")
	})
	s.on(Progress, "b")
	s.notify(s.d, 1)
	s.wrote("a(1)", "b(1)", "added(1)")
}

func TestLateProgressInsideADoneCallbackRunsAtOnce(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.on(Done, "done", func() {
		s.on(Progress, "progress")
		s.named("done ends")(0)
	})
	s.settle(s.d, Resolved, 2)
	s.wrote("done(2)", "progress(1)", "done ends(0)")
	assert.Less(t, s.d.slot, int32(shared))
}

func TestResumeWithoutAWaitingNotificationIsInvalid(t *testing.T) {
	s := newScript(t)
	assert.EqualValues(t, Invalid, s.m.Resume(s.d.slot))
	assert.EqualValues(t, Invalid, s.m.Progressed(s.d.slot))
	s.on(Progress, "a", func() {
		assert.EqualValues(t, Invalid, s.m.Resume(s.d.slot))
	})
	s.notify(s.d, 1)
	s.wrote("a(1)")
}

func TestResumeWaitsForCallbacksAddedMeanwhile(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Add(n, Progress, 1)
	m.Notify(n)
	assert.EqualValues(t, Later, m.Notify(n))
	assert.EqualValues(t, Keep, m.Add(n, Progress, 1))
	assert.EqualValues(t, Invalid, m.Resume(n))
	assert.EqualValues(t, 1, m.Progressed(n))
	assert.EqualValues(t, Next, m.Progressed(n))
	assert.EqualValues(t, 2, m.Resume(n)>>CountShift)
}
