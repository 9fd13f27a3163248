package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReactionsWaitForTheQueue(t *testing.T) {
	s := newScript(t)
	s.reacts("then")
	s.on(AddDone, "done")
	s.settle(s.d, Resolved, 1)
	s.wrote("done(1)")
	s.drain()
	s.wrote("then resolved(1)")
}

func TestReactionsRunInTheOrderAdded(t *testing.T) {
	s := newScript(t)
	s.reacts("a")
	s.on(AddFail, "fail", func() { s.reacts("c") })
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
	s.on(AddProgress, "p", func() {
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

func TestOneAnswerQueuesAllReactions(t *testing.T) {
	s := newScript(t)
	for _, name := range []string{"a", "b", "c"} {
		s.reacts(name)
	}
	s.notify(s.d, 1)
	assert.Len(t, s.queue, 3)
	s.settle(s.d, Resolved, 2)
	assert.Len(t, s.queue, 6, "three of progress and three of the outcome")
}

func TestReactionsAreQueuedBeforeAnyCallbackRuns(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "done", func() { assert.Len(t, s.queue, 1) })
	s.on(AddProgress, "progress", func() { assert.Len(t, s.queue, 1) })
	s.reacts("then")
	s.notify(s.d, 1)
	s.drain()
	s.settle(s.d, Resolved, 2)
	s.wrote("progress(1)", "then progress(1)", "done(2)")
}

func TestAReactionHandlesARejectionFromThenOn(t *testing.T) {
	for _, flags := range []State{0, Notified, Firing, Notified | Notifying} {
		answer := Step(Rejected|flags, Then)
		assert.NotZero(t, answer&Relieve)
		assert.Equal(t, Rejected|flags|Handled, answer&StateMask)
		assert.Zero(t, Step(answer&StateMask, Then)&Relieve, "it is said once")
	}
}
