package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReactionsWaitForTheQueue(t *testing.T) {
	s := newScript(t)
	s.reacts("then")
	s.on(Done, "done")
	s.settle(s.d, Resolved, 1)
	s.wrote("done(1)")
	s.drain()
	s.wrote("then resolved(1)")
}

func TestReactionsRunInTheOrderAdded(t *testing.T) {
	s := newScript(t)
	s.reacts("a")
	s.on(Fail, "fail", func() { s.reacts("c") })
	s.reacts("b")
	s.settle(s.d, Rejected, 1)
	s.reacts("d")
	s.drain()
	s.wrote("fail(1)", "a rejected(1)", "b rejected(1)", "c rejected(1)", "d rejected(1)")
}

// Promises/A+ 2.2.4: also when the deferred has settled long before.
func TestALateReactionWaitsForTheQueueToo(t *testing.T) {
	s := newScript(t)
	s.settle(s.d, Resolved, 1)
	s.reacts("then")
	s.wrote()
	s.drain()
	s.wrote("then resolved(1)")
}

func TestAReactionHearsOfEveryNotify(t *testing.T) {
	s := newScript(t)
	s.reacts("then")
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.settle(s.d, Resolved, 3)
	s.notify(s.d, 4)
	s.drain()
	s.wrote("then progress(1)", "then progress(2)", "then resolved(3)")
}

// jQuery 4 adds the progress handler first.
func TestALateReactionGetsTheLastNotifyFirst(t *testing.T) {
	s := newScript(t)
	s.notify(s.d, 1)
	s.notify(s.d, 2)
	s.reacts("pending")
	s.settle(s.d, Rejected, 3)
	s.reacts("late")
	s.drain()
	s.wrote("pending progress(2)", "pending rejected(3)", "late progress(2)", "late rejected(3)")
}

func TestAReactionAddedInsideProgressHearsOfThePassUnderWayAndTheNext(t *testing.T) {
	s := newScript(t)
	once := true
	s.on(Progress, "p", func() {
		if once {
			once = false
			s.notify(s.d, 2)
			s.reacts("then")
		}
	})
	s.notify(s.d, 1)
	s.drain()
	s.wrote("p(1)", "p(2)", "then progress(1)", "then progress(2)")
}

func TestAReactionQueuedWhileDrainingRunsInTheSameDrain(t *testing.T) {
	s := newScript(t)
	s.reacts("a", func() { s.reacts("inner") })
	s.reacts("b")
	s.settle(s.d, Resolved, 1)
	s.drain()
	s.wrote("a resolved(1)", "b resolved(1)", "inner resolved(1)")
}

func TestScheduleIsSaidOnceUntilTheQueueIsDrained(t *testing.T) {
	m := New(0)
	n := m.Take()
	m.Settle(n, Resolved)
	assert.EqualValues(t, Queue|Schedule, m.Then(0))
	assert.EqualValues(t, Queue, m.Then(0))
	assert.EqualValues(t, 1, m.Drained(1))
	assert.EqualValues(t, Queue, m.Then(0), "the drain under way takes it")
	assert.EqualValues(t, 0, m.Drained(2))
	assert.EqualValues(t, Queue|Schedule, m.Then(0))
}

func TestOneAnswerQueuesAllReactions(t *testing.T) {
	m := New(0)
	n := m.Take()
	for range 3 {
		assert.EqualValues(t, Own<<SlotShift, m.Then(n))
	}
	assert.EqualValues(t, Queue|Schedule, m.Notify(n))
	assert.EqualValues(t, Queue, m.Settle(n, Resolved)&Queue)
	assert.EqualValues(t, 2, m.Drained(4), "three of progress and three of the outcome")
}

func TestDrainedRefusesMoreThanIsQueued(t *testing.T) {
	m := New(0)
	m.Then(0)
	assert.EqualValues(t, Invalid, m.Drained(2))
	assert.EqualValues(t, Invalid, m.Drained(-1))
	assert.EqualValues(t, 1, m.Drained(0))
	assert.EqualValues(t, 0, m.Drained(1))
}

func TestAReactionHandlesARejectionFromThenOn(t *testing.T) {
	m := New(0)
	n := m.Take()
	assert.EqualValues(t, Schedule|Unhandled<<SlotShift, m.Settle(n, Rejected))
	assert.EqualValues(t, Queue|bitRejected<<SlotShift, m.Then(Unhandled))
	assert.EqualValues(t, Queue|Replay|(bitRejected|bitNotified)<<SlotShift, m.Then(UnhandledNotified))
	assert.EqualValues(t, Queue|Replay|bitNotified<<SlotShift, m.Then(bitNotified))
}
