package machine

// Step answers what an event does to a state: the state that follows, in the bits of StateMask,
// and the actions to take. An event that changes nothing, such as a second settling, answers the
// state as it was and no action. Invalid where a number is not a state or not an event.
func Step(s State, e Event) int32 {
	if !valid(s) {
		return Invalid
	}
	switch e {
	case AddDone:
		return add(s, Resolved, KeepDone)
	case AddFail:
		return add(s, Rejected, KeepFail)
	case AddAlways:
		return addAlways(s)
	case AddProgress:
		return addProgress(s)
	case Then:
		return then(s)
	case Resolve:
		return settle(s, Resolved)
	case Reject:
		return settle(s, Rejected)
	case Fired:
		return s &^ Firing
	case Notify:
		return notify(s)
	case Progressed:
		return s &^ Notifying
	case Lock:
		if s&OutcomeMask == Pending {
			return s | Locked
		}
		return s
	case Unlock:
		return s &^ Locked
	}
	return Invalid
}

// add is for callbacks that wait for one outcome. They run in the order added; late ones at once,
// except inside a callback, where they run last in the same pass (jQuery's Callbacks).
func add(s, outcome State, keep Action) int32 {
	switch s & OutcomeMask {
	case Pending:
		if outcome == Rejected {
			s |= Handled
		}
		return s | keep
	case outcome:
		answer := s
		if outcome == Rejected {
			answer = handle(s)
		}
		if s&Firing != 0 {
			return answer | keep
		}
		return answer | Firing | Call
	}
	return s // they can never run
}

// addAlways is done and fail at once, as in jQuery.
func addAlways(s State) int32 {
	switch s & OutcomeMask {
	case Resolved:
		return add(s, Resolved, KeepDone)
	case Rejected:
		return add(s, Rejected, KeepFail)
	}
	return s | Handled | KeepDone | KeepFail
}

// addProgress gives late callbacks the last notification, also after settling (jQuery 4). Without
// one, there is nothing to wait for once the deferred is settled.
func addProgress(s State) int32 {
	switch {
	case s&Notifying != 0:
		return s | KeepProgress
	case s&Notified != 0:
		return s | Notifying | CallProgress
	case s&OutcomeMask == Pending:
		return s | KeepProgress
	}
	return s
}

// then handles a rejection even without a handler for it: its own promise is rejected in turn.
// The last notification goes first, since jQuery adds the progress handler before the others.
func then(s State) int32 {
	answer := handle(s)
	if s&Notified != 0 {
		answer |= Replay
	}
	if s&OutcomeMask == Pending {
		return answer | KeepThen
	}
	return answer | Queue
}

// settle counts once; what is locked in is settled by Unlock and a settling after it. Reactions
// are queued before any callback runs. Inside a progress callback the done callbacks run at once,
// and the progress pass goes on after them.
func settle(s, outcome State) int32 {
	if s&OutcomeMask != Pending || s&Locked != 0 {
		return s
	}
	answer := s | outcome | Firing | Fire | Queue
	if outcome == Rejected && s&Handled == 0 {
		answer |= Suspect
	}
	return answer
}

// notify waits for the notification under way, if there is one. Settling ends all of them.
func notify(s State) int32 {
	switch {
	case s&OutcomeMask != Pending:
		return s
	case s&Notifying != 0:
		return s | Later
	}
	return s | Notified | Notifying | Announce
}

// handle marks a state as handled and says so where that was open.
func handle(s State) int32 {
	if s&OutcomeMask == Rejected && s&Handled == 0 {
		return s | Handled | Relieve
	}
	return s | Handled
}
