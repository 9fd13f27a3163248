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
	t.Cleanup(func() { assert.NoError(t, check(s.m)) })
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
func (s *script) on(kind int32, name string, rest ...func()) {
	s.add(s.d, kind, s.named(name, rest...))
}

// reacts adds a named reaction of then to d; it writes down the kind too.
func (s *script) reacts(name string, rest ...func()) {
	kinds := []string{Resolved: "resolved", Rejected: "rejected", Progress: "progress"}
	s.then(s.d, func(kind int32, v int) { s.named(name+" "+kinds[kind], rest...)(v) })
}

func (s *script) wrote(names ...string) {
	s.t.Helper()
	assert.Equal(s.t, names, s.ran)
	s.ran = nil
}

func TestCallbacksRunInTheOrderAdded(t *testing.T) {
	s := newScript(t)
	s.on(Done, "a")
	s.on(Always, "b")
	s.add(s.d, Done, s.named("c"), s.named("d"))
	s.on(Fail, "never")
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "b(1)", "c(1)", "d(1)")
}

func TestAlwaysCountsForBothOutcomes(t *testing.T) {
	for outcome, want := range map[int32][]string{
		Resolved: {"done(1)", "always(1)"},
		Rejected: {"always(1)", "fail(1)"},
	} {
		s := newScript(t)
		s.on(Done, "done")
		s.on(Always, "always")
		s.on(Fail, "fail")
		s.settle(s.d, outcome, 1)
		s.wrote(want...)
	}
}

func TestALateCallbackRunsAtOnce(t *testing.T) {
	for outcome, kind := range map[int32]int32{Resolved: Done, Rejected: Fail} {
		s := newScript(t)
		s.settle(s.d, outcome, 1)
		s.on(kind, "late")
		s.wrote("late(1)")
		s.on(Always, "always")
		s.wrote("always(1)")
	}
}

func TestALateCallbackForTheOtherOutcomeIsDropped(t *testing.T) {
	for outcome, kind := range map[int32]int32{Resolved: Fail, Rejected: Done} {
		s := newScript(t)
		s.settle(s.d, outcome, 1)
		assert.EqualValues(t, Drop, s.m.Add(s.d.slot, kind, 1))
	}
}

func TestACallbackAddedWhileFiringRunsLastInTheSamePass(t *testing.T) {
	s := newScript(t)
	s.on(Done, "a", func() { s.on(Done, "added", func() { s.on(Always, "last") }) })
	s.on(Done, "b")
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "b(1)", "added(1)", "last(1)")
}

func TestACallbackAddedInsideALateOneRunsAfterItAndNotInsideIt(t *testing.T) {
	s := newScript(t)
	s.settle(s.d, Resolved, 1)
	added := func() { s.on(Done, "added") }
	s.add(s.d, Done, s.named("late", added), s.named("beside it"))
	s.wrote("late(1)", "beside it(1)", "added(1)")
}

func TestAnotherDeferredFiresInsideACallback(t *testing.T) {
	s := newScript(t)
	other := s.create()
	s.add(other, Done, s.named("other"))
	s.on(Done, "a", func() { s.settle(other, Resolved, 2) })
	s.on(Done, "b", func() { s.add(other, Done, s.named("late")) })
	s.settle(s.d, Resolved, 1)
	s.wrote("a(1)", "other(2)", "b(1)", "late(2)")
}

func TestALateCallbackInsideAProgressPassAfterSettlingRunsAtOnce(t *testing.T) {
	s := newScript(t)
	s.on(Progress, "p", func() {
		s.settle(s.d, Resolved, 2)
		s.on(Done, "done", func() { s.on(Done, "added") })
		s.named("p ends")(0)
	})
	s.on(Progress, "q")
	s.notify(s.d, 1)
	s.wrote("p(1)", "done(2)", "added(2)", "p ends(0)", "q(1)")
}
