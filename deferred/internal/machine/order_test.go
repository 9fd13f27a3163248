package machine

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A script is a face with one deferred, d, and named callbacks that write down when they ran.
type script struct {
	*face
	d   *holder
	ran []string
}

func newScript(t *testing.T) *script {
	s := &script{face: newFace(t)}
	s.d = s.create()
	t.Cleanup(func() { assert.NoError(t, (&faceRunner{s.face, []*holder{s.d}}).atRest()) })
	return s
}

// named answers a callback that writes down its name and value, and then does the rest.
func (s *script) named(name string, rest ...func()) func(int) {
	return func(v int) {
		s.ran = append(s.ran, fmt.Sprintf("%s(%d)", name, v))
		for _, do := range rest {
			do()
		}
	}
}

// on adds a named callback to d.
func (s *script) on(e Event, name string, rest ...func()) {
	s.add(s.d, e, s.named(name, rest...))
}

// reacts adds a named reaction of then to d; it writes down the kind too.
func (s *script) reacts(name string, rest ...func()) {
	kinds := []string{Resolved: "resolved", Rejected: "rejected", progress: "progress"}
	s.then(s.d, func(kind int32, v int) { s.named(name+" "+kinds[kind], rest...)(v) })
}

func (s *script) wrote(names ...string) {
	s.t.Helper()
	assert.Equal(s.t, names, s.ran)
	s.ran = nil
}

func TestCallbacksRunInTheOrderAdded(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "a")
	s.on(AddAlways, "b")
	s.add(s.d, AddDone, s.named("c"), s.named("d"))
	s.on(AddFail, "never")
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "b(1)", "c(1)", "d(1)")
}

func TestAlwaysCountsForBothOutcomes(t *testing.T) {
	for outcome, want := range map[State][]string{
		Resolved: {"done(1)", "always(1)"},
		Rejected: {"always(1)", "fail(1)"},
	} {
		s := newScript(t)
		s.on(AddDone, "done")
		s.on(AddAlways, "always")
		s.on(AddFail, "fail")
		s.settle(s.d, outcome, 1)
		s.wrote(want...)
	}
}

func TestALateCallbackRunsAtOnce(t *testing.T) {
	for outcome, event := range map[State]Event{Resolved: AddDone, Rejected: AddFail} {
		s := newScript(t)
		s.settle(s.d, outcome, 1)
		s.on(event, "late")
		s.wrote("late(1)")
		s.on(AddAlways, "always")
		s.wrote("always(1)")
	}
}

func TestALateCallbackForTheOtherOutcomeIsDropped(t *testing.T) {
	for outcome, event := range map[State]Event{Resolved: AddFail, Rejected: AddDone} {
		s := newScript(t)
		s.settle(s.d, outcome, 1)
		assert.Equal(t, s.d.state, Step(s.d.state, event), "no action")
		s.on(event, "never")
		s.wrote()
	}
}

func TestACallbackAddedWhileFiringRunsLastInTheSamePass(t *testing.T) {
	s := newScript(t)
	s.on(AddDone, "a", func() { s.on(AddDone, "added", func() { s.on(AddAlways, "last") }) })
	s.on(AddDone, "b")
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "b(1)", "added(1)", "last(1)")
}

func TestACallbackAddedInsideALateOneRunsAfterItAndNotInsideIt(t *testing.T) {
	s := newScript(t)
	s.settle(s.d, Resolved, 1)
	added := func() { s.on(AddDone, "added") }
	s.add(s.d, AddDone, s.named("late", added), s.named("beside it"))
	s.wrote("late(1)", "beside it(1)", "added(1)")
}

func TestAnotherDeferredFiresInsideACallback(t *testing.T) {
	s := newScript(t)
	other := s.create()
	s.add(other, AddDone, s.named("other"))
	s.on(AddDone, "a", func() { s.settle(other, Resolved, 2) })
	s.on(AddDone, "b", func() { s.add(other, AddDone, s.named("late")) })
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "other(2)", "b(1)", "late(2)")
}

func TestALateCallbackInsideAProgressPassAfterSettlingRunsAtOnce(t *testing.T) {
	s := newScript(t)
	s.on(AddProgress, "p", func() {
		s.settle(s.d, Resolved, 2)
		s.on(AddDone, "done", func() { s.on(AddDone, "added") })
		s.named("p ends")(0)
	})
	s.on(AddProgress, "q")
	s.notify(s.d, 1)
	s.wrote("p(1)", "done(2)", "added(2)", "p ends(0)", "q(1)")
}
