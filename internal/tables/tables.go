// Package tables holds what Go has decided before a page is made: the answers of the machine, of
// queues and of what words of animations mean, each a pure function of a few small numbers. cmd/tables
// writes them into the script, so that the page needs no Go for them; internal/runtime tells the page
// by their hash that it was linked from the same rules.
package tables

import (
	animbundle "github.com/godeferred/godeferred/anim/bundle"
	"github.com/godeferred/godeferred/deferred/bundle"
)

// How many states and events the machine has room for.
const (
	States = 128
	Events = 16
)

// How many states and events a queue has.
const (
	QueueStates = 8
	QueueEvents = 4
)

// Tables are the answers, by the indices that cmd/tables writes down for the page.
type Tables struct {
	Answers    [States * Events]uint32                              // at state*Events + event; Invalid is all ones
	Leaves     [States * 2]uint8                                    // at state*2, and 1 more where others wait; 1 passes the abort on
	Arrived    int32                                                // what an arrival adds to the count of those that are out
	Queue      [QueueStates * QueueEvents]uint8                     // at state*QueueEvents + event
	Directions [animbundle.DirectionEnds + animbundle.Lefts*2]uint8 // see animbundle.Directions
}

// Make asks the rules for all of it.
func Make() *Tables {
	t := &Tables{Arrived: bundle.Arrive(2) - 2, Directions: animbundle.Directions()}
	for i := range int32(len(t.Answers)) {
		t.Answers[i] = uint32(bundle.Step(i/Events, i%Events))
	}
	for i := range int32(len(t.Leaves)) {
		t.Leaves[i] = leaves(i/2, i%2)
	}
	for i := range int32(len(t.Queue)) {
		t.Queue[i] = uint8(animbundle.QueueStep(i/QueueEvents, i%QueueEvents))
	}
	return t
}

// leaves is 0 for numbers that are not states, too: the page never has those.
func leaves(state, waiting int32) uint8 {
	if bundle.Leave(state, waiting) == 1 {
		return 1
	}
	return 0
}
