package machine

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The laws say, for each action and each flag, exactly when it is answered: of every state, also
// of those that cannot be reached. Together they are the whole of Step, from the other side: it
// decides by event, they decide by what is answered.

func pending(s State) bool  { return s&OutcomeMask == Pending }
func resolved(s State) bool { return s&OutcomeMask == Resolved }
func rejected(s State) bool { return s&OutcomeMask == Rejected }

func has(flags State) func(State) bool { return func(s State) bool { return s&flags == flags } }
func not(is func(State) bool) func(State) bool {
	return func(s State) bool { return !is(s) }
}
func all(of ...func(State) bool) func(State) bool {
	return func(s State) bool {
		for _, is := range of {
			if !is(s) {
				return false
			}
		}
		return true
	}
}
func either(a, b func(State) bool) func(State) bool {
	return func(s State) bool { return a(s) || b(s) }
}
func always(State) bool { return true }

type law map[Event]func(State) bool

var (
	firing, notifying, handled = has(Firing), has(Notifying), has(Handled)
	settles                    = all(pending, not(has(Locked)))
	keepsDone                  = either(pending, all(resolved, firing))
	keepsFail                  = either(pending, all(rejected, firing))
	callsDone                  = all(resolved, not(firing))
	callsFail                  = all(rejected, not(firing))
	announces                  = all(pending, not(notifying))
	replays                    = all(has(Notified), not(notifying))
	relieves                   = all(rejected, not(handled))
)

var actionLaws = map[Action]law{
	KeepDone:     {AddDone: keepsDone, AddAlways: keepsDone},
	KeepFail:     {AddFail: keepsFail, AddAlways: keepsFail},
	KeepProgress: {AddProgress: either(notifying, all(pending, not(has(Notified))))},
	KeepThen:     {Then: pending},
	Call:         {AddDone: callsDone, AddFail: callsFail, AddAlways: either(callsDone, callsFail)},
	CallProgress: {AddProgress: replays},
	Queue:        {Then: not(pending), Resolve: settles, Reject: settles},
	Replay:       {Then: has(Notified)},
	Fire:         {Resolve: settles, Reject: settles},
	Announce:     {Notify: announces},
	Later:        {Notify: all(pending, notifying)},
	Suspect:      {Reject: all(settles, not(handled))},
	Relieve:      {AddFail: relieves, AddAlways: relieves, Then: relieves},
}

// When a flag stands afterwards, for the events that set it; the others leave it or clear it.
var setLaws = map[State]law{
	Notified: {Notify: announces},
	Handled: {
		AddFail: either(pending, rejected), AddAlways: either(pending, rejected),
		Then: always,
	},
	Firing: {
		AddDone: callsDone, AddFail: callsFail, AddAlways: either(callsDone, callsFail),
		Resolve: settles, Reject: settles,
	},
	Notifying: {AddProgress: replays, Notify: announces},
	Locked:    {Lock: pending},
}

var clears = map[State]Event{Firing: Fired, Notifying: Progressed, Locked: Unlock}

func TestEveryActionIsAnsweredExactlyWhenItsLawSays(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		want := Action(0)
		for action, law := range actionLaws {
			if when, listed := law[e]; listed && when(s) {
				want |= action
			}
		}
		assert.Equal(t, want, answer&^StateMask, at)
	})
}

func TestEveryFlagIsSetAndClearedExactlyWhenItsLawSays(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		for flag, law := range setLaws {
			want := s & flag
			if when, listed := law[e]; listed && when(s) {
				want = flag
			}
			if clears[flag] == e && clears[flag] != 0 {
				want = 0
			}
			assert.Equal(t, want, answer&flag, "%s in %s", stateName(flag), at)
		}
	})
}

func TestOnlySettlingEndsADeferred(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		want := s & OutcomeMask
		if settles(s) && e == Resolve {
			want = Resolved
		}
		if settles(s) && e == Reject {
			want = Rejected
		}
		assert.Equal(t, want, answer&OutcomeMask, at)
	})
}

// A flag or an action without a law would be nobody's.
func TestEveryBitHasItsLaw(t *testing.T) {
	bits := OutcomeMask
	for flag := range setLaws {
		bits |= flag
	}
	assert.Equal(t, StateMask, bits)
	for action := range actionLaws {
		assert.Contains(t, actionNames, action)
		bits |= action
	}
	assert.Len(t, actionLaws, len(actionNames))
	assert.Equal(t, Relieve<<1-1, bits, fmt.Sprintf("%#x", bits))
}
