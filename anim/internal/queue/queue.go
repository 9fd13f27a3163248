// Package queue says what a queue of functions does next: a pure function of its state and of what
// happens. The machine of deferreds is the model: numbers in, numbers out, so that all of it can be asked
// once, when the script is built.
package queue

// The state of a queue.
const (
	FX      = 1 << iota // it is "fx", whose first function runs by itself
	Running             // a function of it has been called and has not called next
	More                // functions wait in it
)

// What can happen to it.
const (
	Added   int32 = iota // a function was added, or all were replaced
	Next                 // its turn is over: dequeue, or the function's own next
	Stopped              // stop found nothing to stop, or stopped it where it was
	Ended                // stop had it jump to its end, which calls next by itself
)

// What to do then.
const (
	Advance = 1 << iota // see to Next at once
	Unmark              // it is not running any more
	Mark                // it is running, again
	Run                 // call the next function
	Empty               // it has run empty: tell those who wait for it
)

// Step answers what to do: jQuery's queue, dequeue and the end of stop. Any two integers get an
// answer.
func Step(state, event int32) int32 {
	switch event {
	case Added:
		if state&FX != 0 && state&Running == 0 {
			return Advance
		}
	case Next:
		answer := int32(Empty)
		if state&More != 0 {
			answer = Run
			if state&FX != 0 {
				answer |= Mark
			}
		}
		if state&Running != 0 {
			answer |= Unmark
		}
		return answer
	case Stopped:
		return Advance
	}
	return 0
}
