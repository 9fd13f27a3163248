package machine

// Leave answers whether a deferred is to be aborted now that one of those that waited for it has
// been aborted itself: 1 where it is pending and nobody else waits (neither callbacks nor
// reactions), else 0. Invalid where a number is not a state or not a count.
//
// So an abort ends only its own branch of a chain or a join: work that something else waits for continues.
func Leave(s State, waiting int32) int32 {
	if !valid(s) || waiting < 0 {
		return Invalid
	}
	if s&OutcomeMask == Pending && waiting == 0 {
		return 1
	}
	return 0
}
