package bundle

import "github.com/godeferred/godeferred/anim/internal/queue"

// QueueStep answers what a queue does next; see package queue.
func QueueStep(state, event int32) int32 { return queue.Step(state, event) }
