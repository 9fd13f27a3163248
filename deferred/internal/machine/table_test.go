package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What the owner of a deferred relies on, of all states and events.

func TestEveryAnswerIsAState(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		assert.GreaterOrEqual(t, answer, int32(0), at)
		assert.Contains(t, states(), answer&StateMask, at)
	})
}

func TestTheOutcomeNeverChangesOnceSettled(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		if !pending(s) {
			assert.Equal(t, s&OutcomeMask, answer&OutcomeMask, at)
		}
	})
}

func TestASecondSettlingChangesNothing(t *testing.T) {
	for _, s := range states() {
		for _, first := range []Event{Resolve, Reject} {
			settled := Step(s&^Locked, first) & StateMask
			for _, second := range []Event{Resolve, Reject} {
				assert.Equal(t, settled, Step(settled, second), "%s, %s, %s", stateName(s), eventName(first), eventName(second))
			}
		}
	}
}

func TestNotifyingWhatIsSettledChangesNothing(t *testing.T) {
	for _, s := range states() {
		if !pending(s) {
			assert.Equal(t, s, Step(s, Notify), stateName(s))
		}
	}
}

// The actions that each event may answer, as event.go describes them.
var allowed = map[Event]Action{
	AddDone:     KeepDone | Call,
	AddFail:     KeepFail | Call | Relieve,
	AddAlways:   KeepDone | KeepFail | Call | Relieve,
	AddProgress: KeepProgress | CallProgress,
	Then:        KeepThen | Queue | Replay | Relieve,
	Resolve:     Fire | Queue,
	Reject:      Fire | Queue | Suspect,
	Notify:      Announce | Later,
	Fired:       0, Progressed: 0, Lock: 0, Unlock: 0,
}

func TestEachEventAnswersItsOwnActionsAndAllOfThem(t *testing.T) {
	seen := map[Event]Action{}
	every(func(_ State, e Event, answer int32, at string) {
		assert.Zero(t, answer&^StateMask&^allowed[e], at)
		seen[e] |= answer &^ StateMask
	})
	for e, actions := range allowed {
		assert.Equal(t, actions, seen[e], eventName(e))
	}
}

// What the owner starts, it says the end of: so each start must be in the state, and no other.
func TestAPassIsUnderWayExactlyFromItsStartToItsEnd(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		starts := answer&(Call|Fire) != 0
		assert.Equal(t, starts || s&Firing != 0 && e != Fired, answer&Firing != 0, at)
		if reached[s] {
			assert.False(t, starts && s&Firing != 0, "a pass inside its like: %s", at)
		}
		starts = answer&(CallProgress|Announce) != 0
		assert.Equal(t, starts || s&Notifying != 0 && e != Progressed, answer&Notifying != 0, at)
		assert.False(t, starts && s&Notifying != 0, "a pass inside its like: %s", at)
	})
}

// A callback is either kept or called, and a reaction kept or queued: never both, and never
// neither where it could still run.
func TestWhatIsAddedIsKeptOrCalledButNotBoth(t *testing.T) {
	every(func(s State, e Event, answer int32, at string) {
		kept := answer&(KeepDone|KeepFail|KeepProgress|KeepThen) != 0
		runs := answer&(Call|CallProgress) != 0 || e == Then && answer&Queue != 0
		assert.False(t, kept && runs, at)
		if e == AddAlways || e == Then {
			assert.True(t, kept || runs, at)
		}
	})
}
