package bundle

import "github.com/godeferred/godeferred/anim/internal/queue"

// QueueStep answers what a queue does next; see package queue.
func QueueStep(state, event int32) int32 { return queue.Step(state, event) }

// A QueueNumber is one of the numbers that QueueStep takes or answers, by the name that the page has for it.
type QueueNumber struct {
	Name  string
	Value int32
}

// QueueNumbers are the bits of a state, the events, and the bits of an answer.
var QueueNumbers = [...]QueueNumber{
	{"FX", queue.FX}, {"RUNNING", queue.Running}, {"MORE", queue.More},
	{"ADDED", queue.Added}, {"NEXT", queue.Next}, {"STOPPED", queue.Stopped}, {"ENDED", queue.Ended},
	{"ADVANCE", queue.Advance}, {"UNMARK", queue.Unmark}, {"MARK", queue.Mark}, {"RUN", queue.Run}, {"EMPTY", queue.Empty},
}
