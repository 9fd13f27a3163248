package machine

// Arrive counts one in of those that a join waits for, of whom remaining are still out, and
// answers how many then are: 0 once, for the last one. Invalid where nobody was out.
func Arrive(remaining int32) int32 {
	if remaining <= 0 {
		return Invalid
	}
	return remaining - 1
}
