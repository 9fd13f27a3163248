package machine

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// Names of numbers, so that a failing test can be read.

var outcomeNames = []string{Pending: "Pending", Resolved: "Resolved", Rejected: "Rejected"}

var flagNames = []struct {
	flag State
	name string
}{{Notified, "Notified"}, {Handled, "Handled"}, {Firing, "Firing"}, {Notifying, "Notifying"}, {Locked, "Locked"}}

var eventNames = []string{
	AddDone: "AddDone", AddFail: "AddFail", AddAlways: "AddAlways", AddProgress: "AddProgress", Then: "Then",
	Resolve: "Resolve", Reject: "Reject", Fired: "Fired", Notify: "Notify", Progressed: "Progressed",
	Lock: "Lock", Unlock: "Unlock",
}

var actionNames = map[Action]string{
	KeepDone: "KeepDone", KeepFail: "KeepFail", KeepProgress: "KeepProgress", KeepThen: "KeepThen", Call: "Call",
	CallProgress: "CallProgress", Queue: "Queue", Replay: "Replay", Fire: "Fire", Announce: "Announce", Later: "Later",
	Suspect: "Suspect", Relieve: "Relieve",
}

func stateName(s State) string {
	if s < 0 || s > StateMask || s&OutcomeMask == 3 {
		return fmt.Sprintf("no state (%d)", s)
	}
	name := outcomeNames[s&OutcomeMask]
	for _, f := range flagNames {
		if s&f.flag != 0 {
			name += "|" + f.name
		}
	}
	return name
}

func eventName(e Event) string {
	if e < 0 || int(e) >= len(eventNames) {
		return fmt.Sprintf("no event (%d)", e)
	}
	return eventNames[e]
}

func answerName(answer int32) string {
	if answer == Invalid {
		return "Invalid"
	}
	var actions []string
	for rest := uint32(answer &^ StateMask); rest != 0; rest &= rest - 1 {
		bit := Action(1) << bits.TrailingZeros32(rest)
		if name, known := actionNames[bit]; known {
			actions = append(actions, name)
		} else {
			actions = append(actions, fmt.Sprintf("bit %#x", bit))
		}
	}
	slices.Sort(actions)
	return stateName(answer&StateMask) + " " + strings.Join(actions, "+")
}

// states are all numbers that are a state, as StateMask and OutcomeMask define them.
func states() (all []State) {
	for s := range StateMask + 1 {
		if s&OutcomeMask != 3 {
			all = append(all, s)
		}
	}
	return all
}

// every calls do for each state and event.
func every(do func(s State, e Event, answer int32, at string)) {
	for _, s := range states() {
		for e := range Event(len(eventNames)) {
			answer := Step(s, e)
			do(s, e, answer, fmt.Sprintf("Step(%s, %s) = %s", stateName(s), eventName(e), answerName(answer)))
		}
	}
}
