package machine

// Leave answers whether a deferred is to be aborted now that one of those that waited for it has
// been aborted itself: 1 where it is pending and nobody else waits (neither callbacks nor
// reactions), else 0. Invalid where the numbers are no state or no count.
//
// So an abort goes up a chain or a join as far as its own branch: work that something else still
// waits for goes on.
func Leave(s State, waiting int32) int32 {
	if !valid(s) || waiting < 0 {
		return Invalid
	}
	if s&OutcomeMask == Pending && waiting == 0 {
		return 1
	}
	return 0
}
