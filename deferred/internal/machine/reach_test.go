package machine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// reached are the states that a deferred can be in: all that events lead to, from Pending on.
var reached = reach()

func reach() map[State]bool {
	seen := map[State]bool{Pending: true}
	for todo := []State{Pending}; len(todo) != 0; todo = todo[1:] {
		for e := range Event(len(eventNames)) {
			if next := Step(todo[0], e) & StateMask; !seen[next] {
				seen[next] = true
				todo = append(todo, next)
			}
		}
	}
	return seen
}

// The states of a life, said by what can be true at the same time.
func TestTheStatesThatCanBeReached(t *testing.T) {
	count := 0
	for _, s := range states() {
		possible := true
		if s&Notifying != 0 {
			possible = s&Notified != 0 // a pass over progress callbacks has values to pass
		}
		if pending(s) {
			possible = possible && s&Firing == 0 // done callbacks run when it is resolved
		} else {
			possible = possible && s&Locked == 0 // what is locked in is not settled
		}
		assert.Equal(t, possible, reached[s], stateName(s))
		if possible {
			count++
		}
	}
	assert.Len(t, reached, count, "and nothing that is no state")
	// Pending: 3 of progress, handled or not, locked or not. Settled: 2 outcomes, 3 of progress,
	// handled or not, firing or not.
	assert.Equal(t, 3*2*2+2*3*2*2, count)
}

// From everywhere there is a way to the end: settled, and no pass under way.
func TestEveryReachedStateCanComeToRest(t *testing.T) {
	for s := range reached {
		for _, e := range []Event{Unlock, Resolve, Fired, Progressed} {
			s = Step(s, e) & StateMask
		}
		assert.Zero(t, s&^(OutcomeMask|Notified|Handled), stateName(s))
		assert.False(t, pending(s), stateName(s))
	}
}

// Passes are nested: a done pass may run inside a progress pass and the other way round.
func TestBothPassesCanBeUnderWayAtOnce(t *testing.T) {
	for _, outcome := range []State{Resolved, Rejected} {
		assert.True(t, reached[outcome|Notified|Notifying|Firing])
		assert.True(t, reached[outcome|Notified|Notifying], "the done pass ended first")
		assert.True(t, reached[outcome|Notified|Firing], "the progress pass ended first")
	}
}
