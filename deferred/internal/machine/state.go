package machine

// A State is a deferred's state: an outcome and flags.
type State = int32

// Outcomes, in the low bits of a state.
const (
	Pending  State = 0
	Resolved State = 1
	Rejected State = 2

	OutcomeMask State = 3
)

// Flags of a state.
const (
	Notified  State = 1 << 2 // notified before: late progress callbacks get the last values
	Handled   State = 1 << 3 // something would see a rejection, or has seen it
	Firing    State = 1 << 4 // a pass over done or fail callbacks is under way
	Notifying State = 1 << 5 // a pass over progress callbacks is under way
	Locked    State = 1 << 6 // locked in to another thenable, which alone settles it

	// StateMask covers all bits of a state; the bits above are actions.
	StateMask State = 1<<7 - 1
)

// valid says whether a number is a state at all. Not all of them can be reached.
func valid(s State) bool {
	return s >= 0 && s <= StateMask && s&OutcomeMask != 3
}
