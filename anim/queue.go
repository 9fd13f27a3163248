package anim

// What a queue of functions does next is a pure function of its state and of what happens. Package
// machine is the model: numbers in, numbers out, so that the page can ask for all of it once.

// The state of a queue.
const (
	QueueFX      = 1 << iota // it is "fx", whose first function runs by itself
	QueueRunning             // a function of it has been called and has not called next
	QueueMore                // functions wait in it
)

// What can happen to it.
const (
	QueueAdded   int32 = iota // a function was added, or all were replaced
	QueueNext                 // its turn is over: dequeue, or the function's own next
	QueueStopped              // stop found nothing to stop, or stopped it where it was
	QueueEnded                // stop had it jump to its end, which calls next by itself
)

// What to do then.
const (
	QueueAdvance = 1 << iota // see to QueueNext at once
	QueueUnmark              // it is not running any more
	QueueMark                // it is running, again
	QueueRun                 // call the next function
	QueueEmpty               // it has run empty: tell those who wait for it
)

// QueueStep answers what to do: jQuery's queue, dequeue and the end of stop. Any two integers get an
// answer.
//
//go:nosplit
func QueueStep(state, event int32) int32 {
	switch event {
	case QueueAdded:
		if state&QueueFX != 0 && state&QueueRunning == 0 {
			return QueueAdvance
		}
	case QueueNext:
		answer := int32(QueueEmpty)
		if state&QueueMore != 0 {
			answer = QueueRun
			if state&QueueFX != 0 {
				answer |= QueueMark
			}
		}
		if state&QueueRunning != 0 {
			answer |= QueueUnmark
		}
		return answer
	case QueueStopped:
		return QueueAdvance
	}
	return 0
}
